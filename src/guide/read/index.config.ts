export default definePageConfig({ navigationBarTitleText: '听一听', enableShareAppMessage: true });

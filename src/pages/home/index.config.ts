export default definePageConfig({ navigationBarTitleText: '心桥', enableShareAppMessage: true });

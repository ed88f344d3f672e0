export default definePageConfig({ navigationBarTitleText: '谁能帮', enableShareAppMessage: true });

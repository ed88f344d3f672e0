export default definePageConfig({ navigationBarTitleText: '谁能签字' });

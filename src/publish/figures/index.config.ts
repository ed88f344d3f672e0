export default definePageConfig({ navigationBarTitleText: '听的人' });

export default definePageConfig({ navigationBarTitleText: '写短文' });

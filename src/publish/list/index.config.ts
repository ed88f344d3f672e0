export default definePageConfig({ navigationBarTitleText: '短文审发' });

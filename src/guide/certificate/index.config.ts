export default definePageConfig({ navigationBarTitleText: '留念' });

export default definePageConfig({ navigationBarTitleText: '念给大家听' });

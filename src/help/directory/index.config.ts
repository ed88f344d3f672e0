export default definePageConfig({
  navigationBarTitleText: '附近谁能帮',
  enableShareAppMessage: true,
});

/**
 * 用户隐私保护指引: what is declared to WeChat before anything is submitted, item by item. An
 * interface that is used without its item fails on the phone (errno 104, 112).
 */
export interface PrivacyItem {
  /** As the item is called in 开发管理 → 用户隐私保护指引. */
  item: string;
  /** Interfaces of `wx` that it covers. */
  interfaces: string[];
  /** What is written behind 用于. */
  purpose: string;
}

/** What this mini program uses. */
export const declared: PrivacyItem[] = [
  {
    item: '麦克风',
    interfaces: ['getRecorderManager', 'startRecord'],
    purpose: '家长、老师用语音留言，录下想说的话',
  },
  {
    item: '选中的照片或视频信息',
    interfaces: ['chooseMedia', 'chooseImage', 'chooseVideo'],
    purpose: '给老师发一张东西的照片，如作业、通知',
  },
  {
    item: '选中的文件',
    interfaces: ['chooseMessageFile'],
    purpose: '工作人员从聊天里选录好的文章声音或量表文件',
  },
  {
    item: '相册（仅写入）权限',
    interfaces: ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum'],
    purpose: '把海报、证书存到手机相册',
  },
  {
    item: '日历（仅写入）权限',
    interfaces: ['addPhoneCalendar', 'addPhoneRepeatCalendar'],
    purpose: '把约好的日子记到手机日历里',
  },
  {
    item: '剪切板',
    interfaces: ['setClipboardData', 'getClipboardData'],
    purpose: '复制邀请码、导出的内容',
  },
];

/** Items that are not declared; none of their interfaces may be used. */
export const undeclared: Omit<PrivacyItem, 'purpose'>[] = [
  {
    item: '位置信息',
    interfaces: [
      'getLocation',
      'getFuzzyLocation',
      'chooseLocation',
      'choosePoi',
      'startLocationUpdate',
      'startLocationUpdateBackground',
    ],
  },
  { item: '通讯录（仅写入）权限', interfaces: ['addPhoneContact'] },
  { item: '地址', interfaces: ['chooseAddress'] },
  { item: '发票信息', interfaces: ['chooseInvoiceTitle', 'chooseInvoice'] },
  { item: '微信运动步数', interfaces: ['getWeRunData'] },
  { item: '车牌号', interfaces: ['chooseLicensePlate'] },
  { item: '摄像头', interfaces: ['createCameraContext', 'scanCode', 'createVKSession'] },
  { item: '蓝牙', interfaces: ['openBluetoothAdapter', 'createBLEPeripheralServer'] },
  { item: '微信昵称、头像', interfaces: ['getUserInfo', 'getUserProfile', 'chooseAvatar'] },
  { item: '手机号', interfaces: ['getPhoneNumber', 'getRealtimePhoneNumber'] },
  {
    item: '加速传感器、磁场传感器、方向传感器、陀螺仪传感器',
    interfaces: [
      'startAccelerometer',
      'startCompass',
      'startDeviceMotionListening',
      'startGyroscope',
    ],
  },
];
/** Said by people and not by an interface; it stands in the declaration as well. */
export const typed = ['手机号（本人填写）', '孩子的小名、出生年月、学校（本人填写）'];

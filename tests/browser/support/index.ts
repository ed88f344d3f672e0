/** The browser tests' phone: find a browser, open the preview as a demonstration person. */
export { findBrowser } from '../../../config/browser/find';
export {
  launchBrowser,
  newPhone,
  previewAddress,
  type Phone,
  type PhoneOptions,
  type TextSize,
} from '../../../config/browser/phone';
export { startPreview, type Preview } from './preview';

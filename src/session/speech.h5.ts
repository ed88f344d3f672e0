/** Reading aloud in the preview: the browser's own voice, where it has one. */
export const canSpeak = 'speechSynthesis' in window;

export function speak(text: string, onEnd: () => void): void {
  hush();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = 'zh-CN';
  utterance.rate = 0.9;
  utterance.onend = onEnd;
  utterance.onerror = onEnd;
  window.speechSynthesis.speak(utterance);
}

export function hush(): void {
  window.speechSynthesis.cancel();
}

type Handler = (result: object) => void;

/** Calls the handlers that were set by `on…`; what `wx` media objects have in common. */
function handlers() {
  const set = new Map<string, Handler[]>();
  return {
    on: (name: string) => (handler: Handler) => {
      set.set(name, [...(set.get(name) ?? []), handler]);
    },
    off: (name: string) => () => void set.delete(name),
    emit: (name: string, result: object = {}) => {
      for (const handler of set.get(name) ?? []) handler(result);
    },
  };
}

/**
 * A recorder that "records" from start to stop and hands over `recording`. It begins when the person
 * has `agreed` to the microphone; `interrupt()` is a call that comes in.
 */
export function createRecorder(
  recording: { tempFilePath: string; duration: number },
  agreed: () => Promise<unknown> = () => Promise.resolve(),
) {
  const { on, off, emit } = handlers();
  // To stop what does not run hands over nothing.
  let running = false;
  return {
    onStart: on('start'),
    onStop: on('stop'),
    onError: on('error'),
    onPause: on('pause'),
    onResume: on('resume'),
    onFrameRecorded: on('frame'),
    onInterruptionBegin: on('interruptionBegin'),
    onInterruptionEnd: on('interruptionEnd'),
    offStop: off('stop'),
    start: () => {
      void agreed().then(() => {
        running = true;
        emit('start');
      });
    },
    stop: () => {
      if (running) setTimeout(() => emit('stop', { ...recording, fileSize: 1000 }), 0);
      running = false;
    },
    isRunning: () => running,
    interrupt: () => emit('interruptionBegin'),
  };
}

/** An audio player; `finish()` is the end of the sound and `fail()` its failure, for the test to call. */
export function createAudio() {
  const { on, off, emit } = handlers();
  const names = ['Canplay', 'Play', 'Pause', 'Stop', 'Ended', 'Error', 'TimeUpdate', 'Waiting'];
  let state: 'idle' | 'playing' | 'destroyed' = 'idle';
  const end = (name: string) => () => {
    if (state === 'playing') state = 'idle';
    emit(name);
  };
  return {
    ...Object.fromEntries(names.map((name) => [`on${name}`, on(name)])),
    ...Object.fromEntries(names.map((name) => [`off${name}`, off(name)])),
    src: '',
    play: () => {
      state = 'playing';
      setTimeout(() => emit('Play'), 0);
    },
    pause: () => emit('Pause'),
    stop: end('Stop'),
    seek: () => undefined,
    destroy: () => {
      state = 'destroyed';
    },
    finish: end('Ended'),
    fail: end('Error'),
    state: () => state,
  };
}

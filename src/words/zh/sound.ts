import type { sound as English } from "../en/sound";

export const sound: typeof English = {
  title: "录一段",
  record: "录音",
  stop: "停止",
  open: "打开声音文件",
  play: "播放",
  hint: ({ seconds }) =>
    `最长 ${seconds}\u00a0秒。开头和结尾的静音会被裁掉，音量大小不影响结果。录音不会离开这台电脑。`,
  asking: "等待麦克风…",
  listening: "正在听…",
  recording: "你的录音",
  another: "请换一个。",
  useAnother: "请换一个，或重新录音。",
  notAllowed: "浏览器不允许本页使用麦克风。请在地址栏旁允许使用，然后重新录音。",
  noAnswer: "浏览器没有答复是否允许本页使用麦克风，或没有录到声音。请在地址栏旁允许使用，然后重新录音。",
  notFound: "找不到麦克风。请接上麦克风后重新录音，或打开一个声音文件。",
  notReadable: "麦克风暂时无法使用，可能被其他程序占用。请关闭那个程序，然后重新录音。",
  notSecure: "浏览器只允许通过 https 打开的页面录音。请用 https 打开本页，或打开一个声音文件。",
  brokeOff: "录音中断。请重新录音，或打开一个声音文件。",
  failed: ({ said }) => `录音失败（${said}）。请重新录音，或打开一个声音文件。`,
};

import type { probe as original } from '../en/probe';
import type { Translation } from '../message';

export const probe: Translation<typeof original> = {
  'probe.answers': '服务器的应答',
  'probe.ask': '询问服务器',
  'probe.cancel': '取消',
  'probe.progress': '进度',
  'probe.asking': '正在询问，第 {step} 个请求……',
  'probe.heading': '再次询问服务器？',
  'probe.warning':
    '这会向服务器发送一个真实的请求，并带上你在该服务器的 Cookie。服务器可能像对待其他请求一样计数或处理它。',
  'probe.sentTo': '发送至',
  'probe.thenSession': '如果由此打开了会话，接着',
  'probe.onlyClose': '只发送关闭它的请求。',
  'probe.emptyLogin': '登录内容为空，因为记录中没有页面自己的登录内容。Hangup 读取应答后关闭会话。',
  'probe.ownLogin': '登录内容是记录下来的页面自己的登录内容。Hangup 读取应答后关闭会话。',
  'probe.carriesOver': '可以推及',
  'probe.doesNot': '不能推及',
  'probe.noOrigin': '{limits} 不会发送页面的 Origin：POST 请求中是扩展的来源。',
  'probe.send': '发送请求',
  'probe.askedAt': '询问于 {clock}',
  'probe.status': '状态码 {status} {words}',
  'probe.browserSays': '浏览器提示：{words}',
  'probe.headers': '响应头（{count}）',
  'probe.body': '应答正文',
  'probe.bodyCut': '正文更长，只读取了开头。',
  'probe.noBody': '应答没有正文。',
};

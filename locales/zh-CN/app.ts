import type { app as original } from '../en/app';
import type { Translation } from '../message';

export const app: Translation<typeof original> = {
  'app.access': '页面访问权限',
  'app.keptOut': 'Hangup 被拒之门外',
  'app.keptOutHint':
    'Hangup 无权读取所有页面，在无权访问的地方不会记录。请打开浏览器的扩展设置，选择 Hangup，允许它访问所有网站（Firefox：权限；Chromium：网站访问权限），然后重新加载页面。',
  'app.offHeading': '记录已关闭',
  'app.offHint': 'Hangup 不会触碰此页面。请在上方开启记录，然后重新加载页面。',
  'app.liveHeading': '重新加载页面，或继续使用直到它建立连接',
  'app.liveHint': 'Hangup 监视此标签页的每个 WebSocket 和 Socket.IO 连接，并指出每个连接失败或关闭的原因。',
  'app.fileHeading': '此文件中没有连接',
  'app.fileHint': 'Hangup 没有在其中找到 WebSocket。请索取在问题发生时导出的文件。',
  'app.diagnosing': '正在诊断连接',
  'app.diagnosedSoFar': '已诊断',
  'app.step1': '保持此面板打开：只有开发者工具打开时，浏览器才会保留原因。',
  'app.step2': '重新加载页面，或继续使用直到它建立连接。',
  'app.step3': '不知道会看到什么？打开示例看看。',
};

/** Asks one address again and again over `users` open connections. Returns requests per second and the 95th percentile in milliseconds. */
import { Agent, request } from 'node:http'

const ask = (url, headers, agent) =>
  new Promise((resolve, reject) => {
    const sent = request(url, { headers, agent }, (answer) => {
      answer.resume()
      answer.on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`${url} respondió ${answer.statusCode}`))))
    })
    sent.on('error', reject)
    sent.end()
  })
export const load = async (url, { users, milliseconds, headers = {} }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: users })
  const times = []
  const started = performance.now()
  const one = async () => {
    while (performance.now() - started < milliseconds) {
      const at = performance.now()
      await ask(url, headers, agent)
      times.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: users }, one))
  const spent = performance.now() - started
  agent.destroy()
  times.sort((a, b) => a - b)
  return { perSecond: (times.length / spent) * 1000, p95: times[Math.floor(times.length * 0.95)] ?? 0 }
}

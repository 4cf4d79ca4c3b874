// ClickHouse, with a user who may do all and one who may only read.
import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { free_port } from '../../pull/support/nginx.mjs';
import { started } from './server.mjs';

export const password = 'p-of "the" test';

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const user = (name, profile) => `<${name}><password>${escaped(password)}</password><networks><ip>127.0.0.1</ip></networks>
  <profile>${profile}</profile><quota>default</quota></${name}>`;
const users = (threads) => `<yandex><profiles><default><max_threads>${threads}</max_threads></default><reader><readonly>1</readonly></reader></profiles>
<users>${user('default', 'default')}${user('reader', 'reader')}</users><quotas><default></default></quotas></yandex>`;

const shard = (port) => `<shard><replica><host>127.0.0.1</host><port>${port}</port><user>default</user>
  <password>${escaped(password)}</password></replica></shard>`;

const configuration = (folder, http, tcp, shards, tls) => `<yandex>
<logger><level>error</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
<http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><listen_host>127.0.0.1</listen_host>
${tls ? `<https_port>${tls.port}</https_port><openSSL><server><certificateFile>${tls.certificate}</certificateFile>
<privateKeyFile>${tls.key}</privateKeyFile><verificationMode>none</verificationMode><disableProtocols>sslv2,sslv3</disableProtocols></server></openSSL>` : ''}
<path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><users_config>${folder}/users.xml</users_config>
<default_profile>default</default_profile><default_database>default</default_database><mark_cache_size>67108864</mark_cache_size>
<remote_servers><both>${shards.map(shard).join('')}</both></remote_servers></yandex>`;

/** Runs SQL and returns what the server answers; throws with its words where it refuses. */
async function asked(port, sql, body) {
  const headers = { 'X-ClickHouse-User': 'default', 'X-ClickHouse-Key': password };
  const query = body === undefined ? '' : `&query=${encodeURIComponent(sql)}`;
  const answer = await fetch(`http://127.0.0.1:${port}/?wait_end_of_query=1${query}`, { method: 'POST', headers, body: body ?? sql });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

/** Starts a server below `folder`. `threads`: of one query; `shards`: native ports of all servers of the cluster `both`; `tls`: { port, key, certificate }. */
export async function start_clickhouse(folder, { tcp, threads = 1, shards = [], tls } = {}) {
  mkdirSync(folder, { recursive: true });
  const port = await free_port();
  writeFileSync(join(folder, 'users.xml'), users(threads));
  writeFileSync(join(folder, 'config.xml'), configuration(folder, port, tcp ?? await free_port(), shards, tls));
  const errors = join(folder, 'errors');
  const is_ready = () => fetch(`http://127.0.0.1:${port}/ping`).then((answer) => answer.ok, () => false);
  const stop = await started('/usr/sbin/clickhouse-server', [`--config-file=${folder}/config.xml`], is_ready,
    { why: () => (existsSync(errors) ? readFileSync(errors, 'utf8') : '') });
  return {
    port, stop, pid: stop.pid, run: (sql) => asked(port, sql), insert: (sql, rows) => asked(port, sql, rows),
    env: { CLICKHOUSE_USER: 'default', CLICKHOUSE_PASSWORD: password },
    source: (keys) => ({ id: 'x', url: `clickhouse:http://127.0.0.1:${port}`, insecure: true, allow_hosts: ['127.0.0.1'], query: 'queries/x.sql', ...keys }),
  };
}

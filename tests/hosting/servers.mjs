// Debian's nginx and Apache on loopback over TLS, with the configuration of hosting/ as an operator puts it in.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { make_authority } from '../pull/support/authority.mjs';
import { free_port } from '../pull/support/nginx.mjs';
import { home } from '../support/yokoten.mjs';

const longest_start = 120_000; // ms
const modules = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

async function started(command, args, port, log) {
  const child = spawn(command, args, { stdio: 'ignore', env: { ...process.env, LANG: 'C' } });
  let ended = false;
  const gone = new Promise((done) => { child.on('exit', () => { ended = true; done(); }); });
  const answers = () => new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => { socket.destroy(); done(true); }).on('error', () => done(false));
  });
  for (const begun = Date.now(); !(await answers());) {
    if (ended || Date.now() - begun > longest_start) throw new Error(`${command} did not start: ${readFileSync(log)}`);
    await wait(50);
  }
  return () => { child.kill('SIGTERM'); return gone; };
}

/** Lays down what both need; `root` holds the site under its mount (`/kpi/`). */
async function prepared(folder) {
  mkdirSync(folder, { recursive: true });
  const port = await free_port();
  const { ca, certificate } = make_authority(folder);
  return { port, ca, log: join(folder, 'error.log'), ...certificate('localhost', 'DNS:localhost') };
}

/** Serves `root` by nginx, in one process unless `workers` says otherwise; returns the address of the site, the authority's file and how to stop. */
export async function nginx(folder, root, mount, workers = 'master_process off;') {
  const { port, ca, log, key, certificate } = await prepared(folder);
  const temps = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  const configuration = join(folder, 'nginx.conf');
  writeFileSync(configuration, `load_module ${modules}; daemon off; ${workers} pid ${folder}/nginx.pid; error_log ${log};
events {} http { access_log off; ${temps}
include ${home}hosting/nginx/yokoten-maps.conf;
server {
  listen 127.0.0.1:${port} ssl; server_name localhost; root ${root}; error_page 403 404 =404 ${mount}404.html;
  ssl_certificate ${certificate}; ssl_certificate_key ${key};
  include ${home}hosting/nginx/yokoten-site.conf;
  include ${home}hosting/nginx/yokoten-brotli.conf;
} }\n`);
  const stop = await started('/usr/sbin/nginx', ['-c', configuration, '-p', folder, '-e', log], port, log);
  return { address: `https://localhost:${port}${mount}`, ca, log, stop };
}

// Debian's mime.conf takes .br for Breton and .gz for an archive.

/** The same by Apache, as Include or as the file .htaccess in the site. */
export async function apache(folder, root, mount, { as_htaccess = false } = {}) {
  const { port, ca, log, key, certificate } = await prepared(folder);
  const configuration = join(folder, 'apache2.conf');
  const loaded = ['mpm_event', 'authn_core', 'authz_core', 'dir', 'mime', 'headers', 'rewrite', 'setenvif', 'ssl', 'socache_shmcb']
    .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n');
  const own = `${home}hosting/apache/yokoten.conf`;
  if (as_htaccess) writeFileSync(join(root, mount, '.htaccess'), readFileSync(own));
  writeFileSync(configuration, `ServerRoot ${folder}\nServerName localhost\nPidFile ${folder}/pid\nErrorLog ${log}\nDefaultRuntimeDir ${folder}\n${loaded}
ServerTokens Prod
TypesConfig /etc/mime.types\nAddType application/x-gzip .gz .tgz\nAddLanguage br .br\nUser www-data\nGroup www-data
Listen 127.0.0.1:${port}\n<VirtualHost *:${port}>
SSLEngine on\nSSLCertificateFile ${certificate}\nSSLCertificateKeyFile ${key}\nDocumentRoot ${root}
<Directory ${root}>\nRequire all granted\nAllowOverride ${as_htaccess ? 'FileInfo Indexes Options' : 'None'}\n</Directory>
<Directory ${join(root, mount)}>\n${as_htaccess ? '' : `Include ${own}\n`}ErrorDocument 404 ${mount}404.html\n</Directory>
</VirtualHost>\n`);
  const stop = await started('/usr/sbin/apache2', ['-f', configuration, '-DFOREGROUND'], port, log);
  return { address: `https://localhost:${port}${mount}`, ca, log, stop };
}

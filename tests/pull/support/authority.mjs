// Certificates of a test's own authority, made by openssl.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Runs openssl quietly; its words are shown when it fails. */
function openssl(...args) {
  execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/** Makes an authority in `folder`; returns its file and a maker of certificates. */
export function make_authority(folder) {
  const ca = join(folder, 'ca.pem');
  const ca_key = join(folder, 'ca.key');
  openssl('req', '-x509', ...curve, '-keyout', ca_key, '-out', ca, '-days', '2', '-subj', '/CN=Yokoten test CA',
    '-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign');

  /** Returns the files { key, certificate } for `names` (`DNS:…`, `IP:…`), valid for `days`. */
  function certificate(name, names, { days = 2, signed = true } = {}) {
    const key = join(folder, `${name}.key`);
    const request = join(folder, `${name}.csr`);
    const certificate = join(folder, `${name}.pem`);
    const extensions = join(folder, `${name}.ext`);
    writeFileSync(extensions, `subjectAltName=${names}\n`);
    openssl('req', '-new', ...curve, '-keyout', key, '-out', request, '-subj', `/CN=${name}`);
    const signer = signed ? ['-CA', ca, '-CAkey', ca_key, '-CAcreateserial'] : ['-signkey', key];
    openssl('x509', '-req', '-in', request, '-out', certificate, '-days', String(days), '-extfile', extensions, ...signer);
    return { key, certificate };
  }
  return { ca, certificate };
}

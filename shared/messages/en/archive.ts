import type { archive as dutch } from '../nl/archive.ts'

export const archive: typeof dutch = {
  title: (title, number) => `${title}, version ${number}`,
  intro: (frozen) =>
    `This is an archive package of a development agenda: one version, frozen on ${frozen}. A version never changes. Every file says the same, in another form.`,
  region: (region) => `Region: ${region}`,
  hash: (hash) => `Hash of the version (SHA-256): ${hash}`,
  filesHead: 'The files',
  files: {
    pdf: 'to read and to keep (PDF/A-2a, accessible)',
    odt: 'to edit on, in LibreOffice or Word',
    docx: 'to edit on, in Word',
    xlsx: 'spreadsheet with all tables',
    html: 'to read in a browser, without a connection',
    md: 'plain text with markup',
    json: 'all data, for computers; its schema is in the documentation of the program',
    ics: 'deadlines, agreements and adoptions, for a calendar',
    items: 'table: items',
    agreements: 'table: agreements',
    indicators: 'table: indicators',
    adoption: 'table: adoption',
  },
  version: 'the version itself, with everything that its hash was computed from',
  script: 'computes the hash of the version anew (with Node.js)',
  metadata: 'metadata by MDTO 1.0.1 of the Dutch National Archives, one file for the version and one per file',
  sums: 'the checksums of all files',
  checkHead: 'Checking',
  check: [
    'Are all files still whole? Go into the folder and give this command:',
    '    sha256sum -c SHA256SUMS',
    'Is this the text that was frozen?',
  ],
  toFillHead: 'What you fill in yourself',
  toFill:
    'The appraisal, the retention period and the restrictions on use depend on the selection list of your organisation. The metadata therefore say ‘Nader te bepalen’ (to be decided). The files can hold names of people who pull or carry out something.',
  line: ({ name, text }) => `- ${name}: ${text}`,
}

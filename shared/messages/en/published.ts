import type { PublishedTexts } from '../nl/published.ts'

export const published: PublishedTexts = {
  description: (title, region, version) => [title, region, version].filter((part) => part !== '').join(' · '),
  remark: 'Remark:',
  take: 'As a file:',
  otherLanguage: 'Lees deze pagina in het Nederlands',
  heading: 'About this version',
  since: (day) => `This version has been public since ${day}. Its text does not change any more.`,
  withoutNames: 'Names of persons are not in it. They were left out.',
  hash: 'Check number (SHA-256):',
  checkMeaning:
    'With this number you can see whether this is exactly the text that was agreed. One letter changed, and the number is wrong.',
  checkHow: 'Put the data and the script together in a folder. Then this command computes the number anew:',
  script: 'The script that does so',
  check: 'The data to compute the number from',
  checkWithoutNames: 'Of items that a person belongs to, it holds only the number of the item.',
  unknown: {
    title: 'There is nothing here',
    text: 'See whether the address is right. A piece of its end may be missing.',
  },
  withdrawn: {
    title: 'This version is not public any more',
    text: 'The version stood here and was taken away. Ask for it at one of the parties: your municipality or the school alliance.',
  },
  'too-fast': {
    title: 'This goes too fast',
    text: 'Many requests come from your network. Wait a few minutes and try again.',
  },
  busy: {
    title: 'A moment please',
    text: 'Many people are waiting for a file. Try again in a minute.',
  },
  'too-large': {
    title: 'This file is too large to make here',
    text: 'Choose another file on the page. ODT and CSV take less.',
  },
  unreadable: {
    title: 'This version cannot be read now',
    text: 'Nothing is lost. Try again later.',
  },
  toPage: 'To the version',
}

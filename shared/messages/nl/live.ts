export const live = {
  /** Who overtook me, when the name is not known. */
  colleague: 'een collega',
}

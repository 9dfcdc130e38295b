/** A font as wrangler.files.toml has it bundled: its bytes. */
declare module '*.ttf' {
  const bytes: ArrayBuffer
  export default bytes
}

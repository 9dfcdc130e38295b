export const item = {}

// How well a result fits, best first: the whole name, the whole in another spelling or with まち where it is called ちょう, its
// beginning, a part of it, words about it, something that is spelled much the same.
export const tiers = { whole: 0, otherwise: 1, begins: 2, inside: 3, about: 4, similar: 5 };

// Is this word built like a Vietnamese syllable? Used only to recognise text typed with an old font: the right
// conversion turns nonsense into syllables. It judges no name.
const onsets = 'ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx]';
const rimes =
  'a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây|e|ec|em|en|eng|eo|ep|et|' +
  'ê|êch|êm|ên|ênh|êp|êt|êu|i|ia|ich|iêc|iêm|iên|iêng|iêp|iêt|iêu|im|in|inh|ip|it|iu|o|oa|oac|oach|oai|oan|oang|' +
  'oanh|oat|oay|oăn|oăng|oăt|oc|oe|oen|oi|om|on|ong|op|ot|ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|ơp|ơt|u|ua|uân|uât|' +
  'uây|uc|uê|uênh|ui|um|un|ung|uơ|uôc|uôi|uôm|uôn|uông|uôt|up|ut|uy|uya|uyên|uyêt|uynh|uyt|ư|ưa|ưc|ưi|ưm|ưn|ưng|' +
  'ươc|ươi|ươm|ươn|ương|ươp|ươt|ưt|ưu|y|yêm|yên|yêt|yêu|êu';
const syllable = new RegExp(`^(${onsets})?(${rimes})$`);
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Tone marks taken off, vowel marks kept: 'Nguyễn' → 'nguyên'. */
const bare = (word: string): string =>
  word.toLowerCase().normalize('NFD').replace(tones, '').normalize('NFC');

/** More than one tone in a syllable cannot be. */
const toneCount = (word: string): number => word.normalize('NFD').match(tones)?.length ?? 0;

export const isSyllable = (word: string): boolean => toneCount(word) <= 1 && syllable.test(bare(word));

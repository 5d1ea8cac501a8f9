// Two quotations word by word, with the marks around them. The words of a link's diff are those of whole
// sentences: a quotation that ends elsewhere would show words as changed that stand in both.

const quotedPieces = /[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*|["“”„«»]/gu;
const quotationMark = /["“”„«»]/;
const sameText = (text) => text.toLowerCase().replaceAll("’", "'").replace(quotationMark, '"');

// The most comparisons of words; longer quotations show no marks.
const mostComparisons = 1000000;

// The place with the quotation marks that touch it.
export function withMarks({doc, begin, end}) {
  const {text} = doc;
  return {
    doc,
    begin: begin > 0 && quotationMark.test(text[begin - 1]) ? begin - 1 : begin,
    end: end < text.length && quotationMark.test(text[end]) ? end + 1 : end,
  };
}

const piecesOf = ({doc, begin, end}) =>
  [...doc.text.slice(begin, end).matchAll(quotedPieces)].map((match) => ({
    begin: begin + match.index,
    end: begin + match.index + match[0].length,
    same: sameText(match[0]),
  }));

// {source, target}: the marks of what only one of both places has.
export function quotationMarks(sourcePlace, targetPlace) {
  const source = piecesOf(sourcePlace);
  const target = piecesOf(targetPlace);
  const marks = {source: [], target: []};
  if (source.length * target.length > mostComparisons) return marks;
  // common[i][j]: the longest common sequence from source i and target j on.
  const width = target.length + 1;
  const common = new Uint32Array((source.length + 1) * width);
  for (let i = source.length - 1; i >= 0; --i)
    for (let j = target.length - 1; j >= 0; --j)
      common[i * width + j] =
        source[i].same === target[j].same
          ? common[(i + 1) * width + j + 1] + 1
          : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
  const gone = ({begin, end}) => marks.source.push({begin, end, cls: "missing", title: "only here"});
  const added = ({begin, end}) => marks.target.push({begin, end, cls: "inserted", title: "only here"});
  let i = 0;
  let j = 0;
  while (i < source.length && j < target.length) {
    if (source[i].same === target[j].same) {
      ++i;
      ++j;
    } else if (common[(i + 1) * width + j] >= common[i * width + j + 1]) {
      gone(source[i++]);
    } else {
      added(target[j++]);
    }
  }
  source.slice(i).forEach(gone);
  target.slice(j).forEach(added);
  return marks;
}

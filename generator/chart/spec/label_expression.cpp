#include "chart/spec/guide_parts.h"

namespace yokoten::chart {
namespace {

void skip_blanks(std::string_view& rest) {
  while (!rest.empty() && (rest[0] == ' ' || rest[0] == '\t' || rest[0] == '\n'))
    rest.remove_prefix(1);
}

// A text in quotes; a backslash takes the next character as it is. Letters after one would be
// escapes of JavaScript (\n, \u3042), which are left out.
bool quoted_text(std::string_view& rest, LabelPiece& piece) {
  const char quote = rest[0];
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (rest[i] == quote) {
      rest.remove_prefix(i + 1);
      return true;
    }
    if (rest[i] == '\\' &&
        (++i == rest.size() || (rest[i] != '\\' && rest[i] != '\'' && rest[i] != '"')))
      return false;
    piece.text += rest[i];
  }
  return false;
}

bool next_piece(std::string_view& rest, LabelPiece& piece) {
  skip_blanks(rest);
  if (rest.starts_with('\'') || rest.starts_with('"')) return quoted_text(rest, piece);
  const bool label = rest.starts_with("datum.label");
  if (!label && !rest.starts_with("datum.value")) return false;
  piece.kind = label ? LabelPiece::Kind::label : LabelPiece::Kind::value;
  rest.remove_prefix(11);
  return true;
}

bool all_pieces(std::string_view rest, std::vector<LabelPiece>& pieces) {
  for (;;) {
    if (!next_piece(rest, pieces.emplace_back())) return false;
    skip_blanks(rest);
    if (rest.empty()) return true;
    if (rest[0] != '+') return false;
    rest.remove_prefix(1);
  }
}

// datum.value + datum.value adds numbers; only a text among the first two makes texts of the rest.
bool joins_texts(const std::vector<LabelPiece>& pieces) {
  const auto is_value = [](const LabelPiece& piece) {
    return piece.kind == LabelPiece::Kind::value;
  };
  return !is_value(pieces[0]) || (pieces.size() > 1 && !is_value(pieces[1]));
}

}  // namespace

void take_label_expression(Reading& reading, const Json& json, std::vector<LabelPiece>& pieces) {
  pieces.clear();
  if (json.is_string() && all_pieces(json.text(), pieces) && joins_texts(pieces)) return;
  reading.refuse(
      {"labelExpr は、引用符で囲んだ文字列と datum.label、datum.value を + でつないだものだけです。"
       "例: datum.label + '年度'",
       "labelExpr joins quoted texts, datum.label and datum.value by + only; e.g. "
       "datum.label + ' years'"});
}

}  // namespace yokoten::chart

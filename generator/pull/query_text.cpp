#include "pull/query_text.h"

#include <algorithm>

namespace yokoten {
namespace {

constexpr std::string_view tag_letters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

/// Walks over a query, from piece to piece.
class QueryWalk {
 public:
  QueryWalk(std::string_view text, bool has_escapes) : text_(text), has_escapes_(has_escapes) {}

  std::vector<QueryPiece> pieces() {
    while (at_ < text_.size()) {
      const std::size_t end = end_of_special();
      if (end == at_) {
        ++at_;
        continue;
      }
      add(QueryPiece::Kind::code, code_from_, at_);
      add(is_comment() ? QueryPiece::Kind::comment : QueryPiece::Kind::quoted, at_, end);
      at_ = code_from_ = end;
    }
    add(QueryPiece::Kind::code, code_from_, text_.size());
    return std::move(pieces_);
  }

 private:
  bool is_comment() const { return text_[at_] == '-' || text_[at_] == '/'; }
  void add(QueryPiece::Kind kind, std::size_t begin, std::size_t end) {
    if (begin < end) pieces_.push_back({kind, begin, end});
  }
  std::size_t behind(std::string_view mark, std::size_t from) const {
    const auto found = text_.find(mark, from);
    return found == std::string_view::npos ? text_.size() : found + mark.size();
  }
  // Where what begins here ends; here itself where nothing special begins.
  std::size_t end_of_special() const {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("--")) return behind("\n", at_);
    if (rest.starts_with("/*")) return end_of_block();
    if (rest[0] == '\'' || rest[0] == '"' || (has_escapes_ && rest[0] == '`'))
      return end_of_quotes(rest[0]);
    return rest[0] == '$' && !has_escapes_ ? end_of_dollars() : at_;
  }
  // PostgreSQL's comments nest, ClickHouse's do not.
  std::size_t end_of_block() const {
    std::size_t depth = 1;
    std::size_t at = at_ + 2;
    while (at < text_.size() && depth > 0) {
      const std::string_view rest = text_.substr(at);
      const bool opens = !has_escapes_ && rest.starts_with("/*");
      const bool closes = rest.starts_with("*/");
      if (opens) ++depth;
      if (closes) --depth;
      at += opens || closes ? 2 : 1;
    }
    return at;
  }
  // PostgreSQL's E'…' knows backslashes as well.
  bool is_escaped_text() const {
    if (has_escapes_ || at_ == 0 || text_[at_] != '\'') return has_escapes_;
    const bool is_word = at_ > 1 && tag_letters.find(text_[at_ - 2]) != std::string_view::npos;
    return (text_[at_ - 1] == 'E' || text_[at_ - 1] == 'e') && !is_word;
  }
  std::size_t end_of_quotes(char quote) const {
    const bool is_escaped = is_escaped_text();
    std::size_t at = at_ + 1;
    for (; at < text_.size(); ++at) {
      if (is_escaped && text_[at] == '\\')
        ++at;
      else if (text_[at] == quote)
        break;
    }
    return std::min(at + 1, text_.size());
  }
  std::size_t end_of_dollars() const {
    const auto end = text_.find_first_not_of(tag_letters, at_ + 1);
    if (end == std::string_view::npos || text_[end] != '$') return at_;
    return behind(text_.substr(at_, end + 1 - at_), end + 1);
  }

  std::string_view text_;
  bool has_escapes_;
  std::size_t at_ = 0, code_from_ = 0;
  std::vector<QueryPiece> pieces_;
};

}  // namespace

std::vector<QueryPiece> query_pieces(std::string_view text, bool has_escapes) {
  return QueryWalk(text, has_escapes).pieces();
}

}  // namespace yokoten

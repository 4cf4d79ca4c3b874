#include "pull/query.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "base/text.h"
#include "pull/query_text.h"
#include "pull/query_values.h"

namespace yokoten {
namespace {

constexpr std::size_t longest_query = 256U << 10U;  // bytes; what ClickHouse reads by itself
constexpr std::string_view mark_letters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:() ";

// Backslashes and quotes are all that ends or changes a text of ClickHouse.
std::optional<std::string> clickhouse_text(const std::string& text) {
  std::string out = "'";
  for (const char letter : text) {
    if (letter == '\\' || letter == '\'') out += '\\';
    if (letter == '\0') return std::nullopt;
    out += letter;
  }
  return out + '\'';
}

Fault query_fault(Place place, std::string ja, std::string en) {
  return {"pull.query", {std::move(ja), std::move(en)}, std::move(place)};
}

// Line, and letter of it, of a byte.
Place place_in(const std::string& file, std::string_view bytes, std::size_t at) {
  const std::string_view before = bytes.substr(0, std::min(at, bytes.size()));
  const auto line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const auto letters = std::count_if(
      before.begin() + static_cast<std::ptrdiff_t>(line_start), before.end(),
      [](char letter) { return (static_cast<unsigned char>(letter) & 0xC0U) != 0x80; });
  return {file, 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
          1 + static_cast<int>(letters)};
}

/// Puts values into one query.
class QueryFiller {
 public:
  QueryFiller(const SourceQuery& query, const QueryDialect& dialect, FilledQuery& filled)
      : query_(query), dialect_(dialect), filled_(filled) {}

  std::optional<Fault> fill() {
    const std::string_view bytes = filled_.bytes;
    pieces_ = query_pieces(bytes, dialect_.is_clickhouse);
    end_ = end_of_statement(bytes);
    for (const QueryPiece& piece : pieces_)
      if (auto fault = piece.kind == QueryPiece::Kind::code ? take_code(piece) : take_other(piece))
        return fault;
    if (end_ == 0)
      return query_fault({filled_.file, 0, 0}, "クエリーがありません", "there is no query in it");
    return unused();
  }

 private:
  std::size_t end_of_statement(std::string_view bytes) const;
  std::optional<Fault> take_code(const QueryPiece& piece);
  std::optional<Fault> take_other(const QueryPiece& piece);
  std::optional<Fault> put(std::size_t begin, std::size_t end);
  std::optional<Fault> unused() const;
  void copy(std::size_t begin, std::size_t end);
  Place place(std::size_t at) const { return place_in(filled_.file, filled_.bytes, at); }
  // Behind the `}` of a `{name:Type}` that begins there; 0 for none.
  std::size_t end_of_mark(std::size_t begin, std::size_t end) const;

  const SourceQuery& query_;
  const QueryDialect& dialect_;
  FilledQuery& filled_;
  std::vector<QueryPiece> pieces_;
  std::set<std::string> used_;
  std::size_t end_ = 0;
};

// Behind the last letter of code; semicolons and what follows are left out. 0 without code.
std::size_t QueryFiller::end_of_statement(std::string_view bytes) const {
  std::size_t end = 0;
  for (const QueryPiece& piece : pieces_) {
    if (piece.kind == QueryPiece::Kind::comment) continue;
    const std::string_view text = bytes.substr(piece.begin, piece.end - piece.begin);
    const auto last = piece.kind == QueryPiece::Kind::quoted ? text.size() - 1
                                                             : text.find_last_not_of("; \t\r\n");
    if (last != std::string_view::npos) end = piece.begin + last + 1;
  }
  return end;
}

void QueryFiller::copy(std::size_t begin, std::size_t end) {
  end = std::min(end, end_);
  if (begin >= end) return;
  filled_.stretches.emplace_back(filled_.text.size(), begin);
  filled_.text.append(filled_.bytes, begin, end - begin);
}

std::size_t QueryFiller::end_of_mark(std::size_t begin, std::size_t end) const {
  const std::string_view rest(filled_.bytes.data() + begin, end - begin);
  if (!rest.starts_with('{')) return 0;
  const auto close = rest.find_first_not_of(mark_letters, 1);
  return close != std::string_view::npos && rest[close] == '}' &&
                 rest.substr(0, close).find(':') != std::string_view::npos
             ? begin + close + 1
             : 0;
}

std::optional<Fault> QueryFiller::take_code(const QueryPiece& piece) {
  std::size_t from = piece.begin;
  for (std::size_t at = piece.begin; at < std::min(piece.end, end_);) {
    if (filled_.bytes[at] == ';')
      return query_fault(place(at), "1つのファイルには、クエリーを1つだけ書きます",
                         "a file holds one query only");
    const std::size_t end = end_of_mark(at, piece.end);
    if (end == 0) {
      ++at;
      continue;
    }
    copy(from, at);
    if (auto fault = put(at, end)) return fault;
    from = at = end;
  }
  copy(from, piece.end);
  return std::nullopt;
}

// Within quotes a value with its own quotes would be another text than anybody meant.
std::optional<Fault> QueryFiller::take_other(const QueryPiece& piece) {
  if (piece.kind == QueryPiece::Kind::quoted)
    for (std::size_t at = piece.begin; at < piece.end; ++at)
      if (end_of_mark(at, piece.end) != 0)
        return query_fault(place(at), "パラメータは、引用符の外に書きます",
                           "a parameter stands outside of quotes");
  copy(piece.begin, piece.end);
  return std::nullopt;
}

std::optional<Fault> QueryFiller::put(std::size_t begin, std::size_t end) {
  const std::string mark = filled_.bytes.substr(begin + 1, end - begin - 2);
  const auto colon = mark.find(':');
  const std::string name(trimmed_text(mark.substr(0, colon)));
  const std::string word(trimmed_text(mark.substr(colon + 1)));
  const auto type = query_type(word);
  if (!type)
    return query_fault(
        place(begin),
        fmt::format("{}は型ではありません。Int64、Decimal、Decimal(桁数)、String、"
                    "Date、List(型)のどれかです",
                    word),
        fmt::format("{} is no type; it is one of Int64, Decimal, Decimal(SCALE), String, Date and "
                    "List(Type)",
                    word));
  const auto found = std::find_if(query_.parameters.begin(), query_.parameters.end(),
                                  [&](const QueryParameter& each) { return each.name == name; });
  if (found == query_.parameters.end())
    return query_fault(
        place(begin),
        fmt::format("パラメータ{}が、sources.tomlの[source.parameters]にありません", name),
        fmt::format("[source.parameters] in sources.toml has no {}", name));
  used_.insert(name);
  const auto value = written_value(*found, *type, dialect_);
  if (!value)
    return query_fault(
        found->place,
        fmt::format("{}の値は{}ではありません（{}が求めています）", name, word, query_.file),
        fmt::format("the value of {} is no {}, as {} wants it", name, word, query_.file));
  filled_.stretches.emplace_back(filled_.text.size(), begin);
  filled_.text += *value;
  return std::nullopt;
}

std::optional<Fault> QueryFiller::unused() const {
  for (const QueryParameter& each : query_.parameters)
    if (!used_.contains(each.name))
      return query_fault(each.place,
                         fmt::format("{}に{{{}:型}}がありません", query_.file, each.name),
                         fmt::format("{} has no {{{}:Type}}", query_.file, each.name));
  return std::nullopt;
}

}  // namespace

QueryDialect clickhouse_dialect() { return {true, clickhouse_text}; }

Place FilledQuery::place_of(std::size_t byte) const {
  std::size_t at = 0;
  for (std::size_t index = 0; index < stretches.size(); ++index) {
    const auto& [begin, own] = stretches[index];
    if (begin > byte) break;
    const std::size_t next =
        index + 1 < stretches.size() ? stretches[index + 1].second : bytes.size();
    at = std::min(own + (byte - begin), std::max(own, next));
  }
  return place_in(file, bytes, at);
}

Place FilledQuery::place_of(std::size_t line, std::size_t column) const {
  std::size_t at = 0;
  for (; line > 1; --line) {
    const auto end = text.find('\n', at);
    if (end == std::string::npos) break;
    at = end + 1;
  }
  return place_of(at + (column > 0 ? column - 1 : 0));
}

std::optional<Fault> fill_query(const SourceQuery& query, const QueryFile& query_file,
                                const QueryDialect& dialect, FilledQuery& filled) {
  const std::string& file = query_file.path;
  if (!query_file.bytes)
    return query_fault(query.place, fmt::format("{}がありません", query.file),
                       fmt::format("{} is not there", query.file));
  filled = {};
  filled.file = file;
  filled.sha256 = sha256(*query_file.bytes);
  filled.bytes = *query_file.bytes;
  if (filled.bytes.size() > longest_query)
    return query_fault({file, 0, 0}, "256 KiBを超えるクエリーです",
                       "the query is longer than 256 KiB");
  if (const auto wrong = first_invalid_utf8(filled.bytes))
    return query_fault(place_in(file, filled.bytes, *wrong), "UTF-8ではない文字があります",
                       "it is not UTF-8 here");
  if (const auto nul = filled.bytes.find('\0'); nul != std::string::npos)
    return query_fault(place_in(file, filled.bytes, nul), "NULがあります", "there is a NUL");
  constexpr std::string_view mark = "\xEF\xBB\xBF";  // written by editors, read by no database
  if (filled.bytes.starts_with(mark)) filled.bytes.erase(0, mark.size());
  return QueryFiller(query, dialect, filled).fill();
}

}  // namespace yokoten

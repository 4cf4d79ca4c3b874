#include "read/source_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/file_hash.h"
#include "base/text.h"
#include "model/address.h"
#include "model/report.h"
#include "model/toml_reader.h"
#include "read/shared_files.h"
#include "read/source_form.h"
#include "read/source_parts.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

bool all_of_letters(std::string_view text, std::string_view letters) {
  return text.find_first_not_of(letters) == std::string_view::npos;
}

bool is_area_code(std::string_view text) {
  return text.size() == 6 && all_of_letters(text, "0123456789");
}

// 2024/09/13, 令和6年9月13日, R6.9.13: no heading of a column begins like this.
bool looks_like_a_date(std::string_view text) {
  constexpr std::string_view digits = "0123456789";
  for (const std::string_view era : {"令和", "平成", "R", "H", ""})
    if (text.starts_with(era) && text.size() > era.size())
      if (digits.find(text[era.size()]) != std::string_view::npos) return true;
  return false;
}

// A path below raw/ that leads nowhere else.
bool is_raw_path(std::string_view path) {
  return path.starts_with("raw/") && path.find("..") == std::string_view::npos &&
         path.find('\\') == std::string_view::npos;
}

class SourceReader {
 public:
  SourceReader(const TomlNode& node, Findings& findings) : reader_(node, findings) {
    out_.source.place = node.place;
  }

  SourceText read();

 private:
  void read_origin();
  void read_file();
  void read_raw_path(const Address& address, bool is_pulled);
  void report_raw_path(bool is_pulled, const std::vector<std::string>& wanted);
  void read_hash(bool is_pulled);
  void check_form();
  void read_area();
  void read_level(bool in_two_columns);
  void read_period();
  void report_period(const TomlNode& node);
  void check_figures();
  void check_optional();
  void error(std::string_view key, std::string code, Message message) {
    report_error(reader_.findings(), reader_.place(key), std::move(code), std::move(message));
  }

  TomlReader reader_;
  SourceText out_;
};

void SourceReader::read_origin() {
  Source& source = out_.source;
  source.id = reader_.required_text("id");
  if (!source.id.empty() && !is_id(source.id))
    error("id", "source.id", {"idに使えるのはa-z、0-9、-です", "an id is made of a-z, 0-9 and -"});
  source.title = reader_.required_text("title");
  source.publisher = reader_.required_text("publisher");
  source.document = reader_.required_text("document");
  source.as_of = reader_.moment("as_of");
  source.published = reader_.moment("published");
  source.retrieved = reader_.moment("retrieved");
  source.licence = reader_.text("licence");
  source.note = reader_.text("note");
  const auto kind =
      reader_
          .choice("kind", {"figures", "list", "records", "framework", "labels", "boundaries",
                           "effect-reports", "subsidised-offices", "cases"})
          .value_or(0);
  source.kind = static_cast<SourceKind>(kind);
}

void SourceReader::read_file() {
  Source& source = out_.source;
  source.url = reader_.required_text("url");
  const auto address = parse_address(source.url);
  if (!source.url.empty() && !address) error("url", "source.url", why_no_address(source.url));
  const bool is_pulled = address && address->kind != AddressKind::file;
  if (address && address->kind == AddressKind::estat) out_.form.format = TableFormat::estat;
  read_pull_rules(reader_, out_);
  read_query(reader_, out_);
  if (address) read_raw_path(*address, is_pulled);
  reader_.take("file");
  read_hash(is_pulled || !address);
}

// Where the file is, or is to land: `file`, or the source's id with the ending of its address.
void SourceReader::read_raw_path(const Address& address, bool is_pulled) {
  Source& source = out_.source;
  const bool shapes = source.kind == SourceKind::boundaries;
  const std::string named = reader_.text("file");
  const std::string ending = ending_of(address);
  std::string path = is_pulled ? named : address.path;
  if (is_pulled && named.empty() && !ending.empty()) path = "raw/" + source.id + ending;
  if (!is_pulled && !named.empty())
    error("file", "source.file",
          {"urlがfile:なら、fileは書きません", "with file: in url, there is no file"});
  const std::vector<std::string> wanted =
      shapes                             ? std::vector<std::string>{".json"}
      : source.kind == SourceKind::cases ? std::vector<std::string>{".csv", ".json"}
      : is_database(address)
          ? std::vector<std::string>{".csv"}
          : std::vector<std::string>{".csv", ".tsv", ".xlsx", ".xlsm", ".ods", ".json", ".txt"};
  const bool fits = std::any_of(
      wanted.begin(), wanted.end(),
      [lower = lower_ascii(path)](const std::string& each) { return lower.ends_with(each); });
  if (fits && is_raw_path(path))
    source.file = path;
  else
    report_raw_path(is_pulled, wanted);
}

void SourceReader::report_raw_path(bool is_pulled, const std::vector<std::string>& wanted) {
  const std::string endings = fmt::format("{}", fmt::join(wanted, " "));
  const std::string named = is_pulled ? reader_.text("file") : out_.source.url;
  if (lower_ascii(named).ends_with(".xls"))
    return error(
        is_pulled ? "file" : "url", "source.file",
        {"古い形式（.xls）は読めません。表計算ソフトで開き、.xlsx形式で保存し直してください",
         "the old form .xls can't be read; open it in a spreadsheet program and save it as .xlsx"});
  if (is_pulled)
    return error(
        "file", "source.file",
        {"取ってきたファイルの置き場所をfile = \"raw/NAME\"で書いてください。末尾は" + endings,
         "say where the pulled file goes: file = \"raw/NAME\", ending with one of " + endings});
  error("url", "source.url",
        {"urlは発行物の中のfile:raw/NAMEです。末尾は" + endings,
         "url is file:raw/NAME in the publication, ending with one of " + endings});
}

// Of a pulled file the provenance beside it has the hash, and pull.lock pins it.
void SourceReader::read_hash(bool is_pulled) {
  Source& source = out_.source;
  source.sha256 = is_pulled ? reader_.text("sha256") : reader_.required_text("sha256");
  out_.hash_place = reader_.place("sha256");
  if (!source.sha256.empty() && !FileHash(source.sha256))
    error("sha256", "source.hash",
          {"sha256は小文字の16進64桁です", "sha256 has 64 hexadecimal digits in lower case"});
}

// The answer of a database is CSV as pull writes it.
void SourceReader::check_form() {
  const auto address = parse_address(out_.source.url);
  if (!address || !is_database(*address)) return;
  const TableForm& form = out_.form;
  if (form.format && *form.format != TableFormat::csv)
    error("format", "source.form",
          {"データベースの答えはcsvです", "what a database answers is csv"});
  if (form.encoding && *form.encoding != Encoding::utf8)
    error("encoding", "source.form",
          {"データベースの答えはutf-8です", "what a database answers is utf-8"});
}

void SourceReader::read_area() {
  const TomlNode* node = reader_.take("area");
  bool in_two_columns = false;
  if (node != nullptr && node->kind == Kind::table) {
    in_two_columns = true;
    TomlReader columns(*node, reader_.findings());
    out_.source.prefecture_column = heading(columns.require("prefecture"), "prefecture", out_);
    out_.source.area_column = heading(columns.require("municipality"), "municipality", out_);
  } else if (node != nullptr) {
    const std::string printed = item_text(*node, reader_.findings());
    const std::string text(trimmed_text(printed));
    (is_area_code(text) ? out_.source.fixed_area : out_.source.area_column) = text;
    name_heading(out_, out_.source.area_column, node->place);
    if (node->kind == Kind::text && text.empty())
      error("area", "source.heading",
            {"areaが空です。地域の列の見出しか、6桁の地域コードを書いてください",
             "area is empty; write the heading of the column of areas, or a code of six digits"});
  }
  read_level(in_two_columns);
}

void SourceReader::read_level(bool in_two_columns) {
  const auto level = reader_.choice("level", {"prefecture", "municipality"});
  const bool municipal = level ? *level == 1 : in_two_columns;
  out_.source.level = municipal ? AreaLevel::municipality : AreaLevel::prefecture;
  if (in_two_columns && !municipal)
    error("level", "source.level",
          {"areaが市町村の列を示すので、levelはmunicipalityです",
           "area names a municipal column, so level is municipality"});
}

void SourceReader::read_period() {
  const TomlNode* node = reader_.take("period");
  if (node == nullptr) return;
  out_.source.period = node_period(*node);
  if (out_.source.period) return;
  const std::string text = item_text(*node, reader_.findings());
  out_.source.period_column = trimmed_text(text);
  if (node->kind == Kind::text && out_.source.period_column.empty())
    return error("period", "source.heading",
                 {"periodが空です。時点（2024-09-13、2024FY）か、時点の列の見出しを書いてください",
                  "period is empty; write a period (2024-09-13, 2024FY), or the heading of a "
                  "column of periods"});
  if (looks_like_a_date(out_.source.period_column)) return report_period(*node);
  name_heading(out_, out_.source.period_column, node->place);
}

void SourceReader::report_period(const TomlNode& node) {
  report_error(reader_.findings(), node.place, "source.period",
               {fmt::format("「{}」は時点として読めません。2024-09-13、2024-09、2025-Q1、2024FY"
                            "のように書くか、時点の列の見出しを書いてください",
                            node.text),
                fmt::format("{} is no period; write 2024-09-13, 2024-09, 2025-Q1 (January to "
                            "March) or 2024FY, or the heading "
                            "of a column of periods",
                            node.text)});
  out_.source.period_column.clear();
}

// Files that are there already are the publication's own.
void SourceReader::check_optional() {
  const Source& source = out_.source;
  if (!out_.is_optional) return;
  const bool is_figures = source.kind == SourceKind::figures;
  if (source.url.starts_with("file:") || !is_figures)
    error("optional", "source.optional",
          {"optionalは、取ってくる（urlがfile:でない）figuresの資料だけにあります",
           "only a source of kind figures that is pulled (whose url isn't file:) is optional"});
}

// Figures and lists need to know their areas, figures what to count.
void SourceReader::check_figures() {
  const Source& source = out_.source;
  if (!has_figures(source)) return;
  if (source.area_column.empty() && source.fixed_area.empty()) reader_.require("area");
  if (source.kind == SourceKind::figures && source.measures.empty() && source.unpivots.empty())
    report_error(reader_.findings(), source.place, "toml.missing",
                 {"columnsかunpivotが要ります", "columns or unpivot is missing"});
}

SourceText SourceReader::read() {
  read_origin();
  read_file();
  read_form(reader_, out_);
  check_form();
  out_.is_optional = reader_.truth("optional");
  if (const TomlNode* node = reader_.take("publish_file", Kind::truth))
    out_.source.publishes_file = node->truth;
  const bool is_index =
      out_.source.kind == SourceKind::cases && out_.source.file.ends_with(".json");
  if (is_index && out_.form.rows_at.empty()) out_.form.rows_at = "/rows";
  read_area();
  read_period();
  out_.source.complete = reader_.truth("complete");
  read_measures(reader_, out_);
  read_unpivots(reader_, out_);
  read_printed(reader_, out_);
  read_group(reader_, out_);
  read_only(reader_, out_);
  read_row_rules(reader_, out_);
  read_legend(reader_, out_);
  read_disclosure(reader_, out_);
  read_check_levels(reader_, out_);
  read_office(reader_, out_);
  read_reports(reader_, out_);
  read_kind_parts(reader_, out_);
  check_group(reader_, out_);
  check_figures();
  check_optional();
  return std::move(out_);
}

void check_unique(const std::vector<SourceText>& sources, Findings& findings) {
  std::set<std::string> ids;
  for (const SourceText& text : sources)
    if (!text.source.id.empty() && !ids.insert(text.source.id).second)
      report_error(findings, text.source.place, "source.twice",
                   {"同じidの資料があります: " + text.source.id,
                    "there is another source with the id " + text.source.id});
}

}  // namespace

bool is_id(std::string_view id) {
  return !id.empty() && all_of_letters(id, "abcdefghijklmnopqrstuvwxyz0123456789-");
}

std::vector<SourceText> read_sources(std::string_view bytes, const std::string& file,
                                     Findings& findings) {
  std::vector<SourceText> sources;
  const auto root = parse_toml(bytes, file, findings);
  if (!root) return sources;
  TomlReader reader(*root, findings);
  for (const TomlNode& node : reader.items("source", Kind::list))
    sources.push_back(SourceReader(node, findings).read());
  check_unique(sources, findings);
  check_shared_files(sources, findings);
  keep_shared_files_back(sources);
  return sources;
}

}  // namespace yokoten

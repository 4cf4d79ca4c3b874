#include "read/xlsx_cell.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "read/workbook_number.h"

namespace yokoten {
namespace {

constexpr std::string_view midnight = "T00:00:00";
const NumberFormat plain;

std::optional<std::size_t> index_of(std::string_view text) {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return index;
}

// What the format does not show of a date.
void leave_out(NumberForm form, std::string& date) {
  if (form == NumberForm::month) leave_out_first_day(date);
  const bool fiscal = form == NumberForm::fiscal_year;
  if (fiscal || form == NumberForm::year) leave_out_months(date, fiscal);
}

}  // namespace

CellRun XlsxCells::kept(CellKind kind, std::string_view text) { return sheet_.kept(kind, text); }

CellRun XlsxCells::wrong(const XlsxRawCell& cell, std::string_view code, const Message& message) {
  sheet_.say(Level::error, code, message, cell.row, cell.column);
  return kept(CellKind::error, cell.value);
}

CellRun XlsxCells::escaped_text(std::string_view text) {
  if (text.find("_x") == std::string_view::npos) return kept(CellKind::text, text);
  std::string plain_text;
  append_unescaped(plain_text, text);
  return kept(CellKind::text, plain_text);
}

CellRun XlsxCells::shared_text(const XlsxRawCell& cell) {
  const auto index = index_of(cell.value);
  const auto& all = shared_.strings.all;
  if (!index || *index >= all.size())
    return wrong(
        cell, "cell.string",
        {fmt::format("共有文字列「{}」がありません（全部で{}個）", excerpt(cell.value), all.size()),
         fmt::format("there is no shared string {} (there are {})", excerpt(cell.value),
                     all.size())});
  const XlsxStrings::One& one = all[*index];
  CellRun run;
  run.kind = static_cast<std::uint32_t>(CellKind::text) & 7U;
  run.text = one.text;
  run.size = one.size & (2 * CellRun::most_text - 1);
  run.ruby = one.ruby;
  return run;
}

const NumberFormat& XlsxCells::format_of(const XlsxRawCell& cell) {
  if (cell.style.empty()) return plain;
  const auto index = index_of(cell.style);
  const std::vector<NumberFormat>& formats = shared_.styles.formats;
  if (index && *index < formats.size()) return formats[*index];
  if (index == 0U) return plain;
  sheet_.say(
      Level::warning, "cell.style",
      {fmt::format("書式{}がファイルにないため、日付でも数値として読みます", excerpt(cell.style)),
       fmt::format("the file has no style {}; a date would be read as a number",
                   excerpt(cell.style))},
      cell.row, cell.column);
  return plain;
}

CellRun XlsxCells::formatted(const XlsxRawCell& cell, double number, NumberForm form) {
  auto text = form == NumberForm::time
                  ? serial_time(number)
                  : serial_date(number, shared_.since_1904, form == NumberForm::date_time);
  if (text) leave_out(form, *text);
  if (text) return kept(form == NumberForm::time ? CellKind::time : CellKind::date, *text);
  sheet_.say(
      Level::warning, "cell.date",
      {fmt::format("日付の書式ですが、{}は日付になりません。数値として読みます",
                   excerpt(cell.value)),
       fmt::format("formatted as a date, but {} is none; read as a number", excerpt(cell.value))},
      cell.row, cell.column);
  return kept(CellKind::number, number_text(number));
}

CellRun XlsxCells::number(const XlsxRawCell& cell) {
  const NumberFormat& format = format_of(cell);
  if (format.is_plain() && is_shortest_number(cell.value))
    return kept(CellKind::number, cell.value);
  const auto number = parse_double(cell.value);
  if (!number)
    return wrong(cell, "cell.number",
                 {fmt::format("「{}」は数値ではありません", excerpt(cell.value)),
                  fmt::format("{} is no number", excerpt(cell.value))});
  if (format.depends())
    sheet_.say(Level::warning, "cell.style",
               {"書式が条件つきのため、日付や割合でないか、別の値を見せていないか確かめてください",
                "the number format has conditions; look whether this is a date or a percentage, or "
                "shown as something else"},
               cell.row, cell.column);
  const NumberForm form = format.of(*number);
  if (form != NumberForm::number && form != NumberForm::percent)
    return formatted(cell, *number, form);
  return plain_number(cell, *number, format);
}

CellRun XlsxCells::plain_number(const XlsxRawCell& cell, double number,
                                const NumberFormat& format) {
  const std::string text = with_zeros(number_text(number), format.zeros());
  const DressedNumber dressed = dressed_number(text, format.dress(number));
  if (dressed.warning)
    sheet_.say(Level::warning, "cell.format", *dressed.warning, cell.row, cell.column);
  if (dressed.text) return kept(CellKind::text, *dressed.text);
  CellRun run = kept(CellKind::number, text);
  run.percent = format.of(number) == NumberForm::percent ? 1 : 0;
  return run;
}

CellRun XlsxCells::date(const XlsxRawCell& cell) {
  auto text = iso_date(cell.value);
  if (!text)
    return wrong(cell, "cell.number",
                 {fmt::format("「{}」は日付ではありません", excerpt(cell.value)),
                  fmt::format("{} is no date", excerpt(cell.value))});
  const NumberForm form = format_of(cell).of(1);
  if (text->ends_with(midnight) && form != NumberForm::date_time)
    text->resize(text->size() - midnight.size());
  leave_out(form, *text);
  return kept(CellKind::date, *text);
}

CellRun XlsxCells::boolean(const XlsxRawCell& cell) {
  if (cell.value == "1" || cell.value == "true") return kept(CellKind::boolean, "TRUE");
  if (cell.value == "0" || cell.value == "false") return kept(CellKind::boolean, "FALSE");
  return wrong(cell, "cell.number",
               {fmt::format("「{}」は真偽値ではありません", excerpt(cell.value)),
                fmt::format("{} is neither true nor false", excerpt(cell.value))});
}

CellRun XlsxCells::error(const XlsxRawCell& cell) {
  sheet_.say(Level::warning, "cell.error",
             {fmt::format("セルがエラー{}です", excerpt(cell.value)),
              fmt::format("the cell holds the error {}", excerpt(cell.value))},
             cell.row, cell.column);
  return kept(CellKind::error, cell.value);
}

CellRun XlsxCells::run_of(const XlsxRawCell& cell, const XlsxText& text) {
  if (cell.has_text) {
    CellRun run = kept(CellKind::text, text.text());
    run.inline_text = 1;
    run.ruby = text.has_ruby() ? 1 : 0;
    return run;
  }
  if (cell.type == "str" || cell.type == "inlineStr") return escaped_text(cell.value);
  if (cell.value.empty()) return {};
  if (cell.type.empty() || cell.type == "n") return number(cell);
  if (cell.type == "s") return shared_text(cell);
  if (cell.type == "b") return boolean(cell);
  if (cell.type == "e") return error(cell);
  if (cell.type == "d") return date(cell);
  return wrong(cell, "cell.kind",
               {fmt::format("セルの種類「{}」は知られていません", excerpt(cell.type)),
                fmt::format("unknown kind of cell {}", excerpt(cell.type))});
}

bool XlsxCells::has_struck_style(const XlsxRawCell& cell) const {
  const auto index = index_of(cell.style);
  const std::vector<bool>& struck = shared_.styles.struck;
  return index && *index < struck.size() && struck[*index];
}

bool XlsxCells::has_struck_text(const XlsxRawCell& cell, const XlsxText& text) const {
  if (cell.has_text) return text.is_struck();
  const auto index = cell.type == "s" ? index_of(cell.value) : std::nullopt;
  return index && *index < shared_.strings.all.size() && shared_.strings.all[*index].struck != 0;
}

bool XlsxCells::add(const XlsxRawCell& cell, const XlsxText& text) {
  CellRun run = run_of(cell, text);
  if (has_struck_text(cell, text))
    sheet_.say_struck(run, cell.row, cell.column);
  else if (has_struck_style(cell))
    run = sheet_.struck_out(run, cell.row, cell.column);
  run.formula = cell.has_formula ? 1 : 0;
  // An empty <v> is the result "" of a formula that gives text, and no result otherwise.
  if (cell.has_formula && cell.value.empty() && !(cell.type == "str" && cell.has_value) &&
      !cell.has_text) {
    sheet_.say(Level::error, "cell.formula",
               {"数式の結果が保存されていません。表計算ソフトで開いて保存し直してください",
                "the formula has no stored result; open the file in a spreadsheet program and save "
                "it anew"},
               cell.row, cell.column);
    run.kind = static_cast<std::uint32_t>(CellKind::error) & 7U;
  }
  if (run.ruby != 0) sheet_.count_ruby(cell.row, cell.column);
  return sheet_.add(run, cell.column);
}

}  // namespace yokoten

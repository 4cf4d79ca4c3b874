#include "base/text.h"
#include "model/report.h"
#include "read/source_parts.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

// What the form asks of offices with ten staff and more only, unless the publication says else.
bool is_second_part(Outcome outcome) {
  return outcome == Outcome::stress || outcome == Outcome::engagement;
}

void read_pair(TomlReader& report, Outcome outcome, ReportForm& form, SourceText& out) {
  const std::string_view key = outcome_words[static_cast<std::size_t>(outcome)];
  const TomlNode* node = report.take(key, Kind::table);
  if (node == nullptr) return;
  TomlReader reader(*node, report.findings());
  reader.require("before").require("after");
  ReportForm::Pair pair{outcome, heading(reader, "before", out), heading(reader, "after", out),
                        is_second_part(outcome)};
  if (const TomlNode* second = reader.take("second", Kind::truth)) pair.second = second->truth;
  form.pairs.push_back(std::move(pair));
}

// `year = 2025`, or the heading of a column of years.
void read_year(TomlReader& report, ReportForm& form, SourceText& out) {
  const TomlNode* node = report.require("year").take("year");
  if (node == nullptr) return;
  if (node->kind == Kind::integer && node->integer > 2000 && node->integer < 2100)
    form.year = static_cast<int>(node->integer);
  else if (node->kind == Kind::text && !node->text.empty())
    name_heading(out, form.year_column = trimmed_text(node->text), node->place);
  else
    report_type(report.findings(), *node,
                {"年度（2025）か、年度の列の見出し",
                 "a fiscal year (2025), or the heading of a "
                 "column of them"});
}

void read_report(const TomlNode& node, SourceText& out, Findings& findings) {
  TomlReader reader(node, findings);
  reader.require("office").require("programme");
  ReportForm form;
  form.office = heading(reader, "office", out);
  form.name = heading(reader, "name", out);
  form.service = heading(reader, "service", out);
  form.staff = heading(reader, "staff", out);
  form.group = heading(reader, "group", out);
  form.programme = heading(reader, "programme", out);
  form.executed = heading(reader, "executed", out);
  form.subsidy_number = heading(reader, "subsidy_number", out);
  form.answered = heading(reader, "answered", out);
  read_year(reader, form, out);
  form.latest_counts = reader.choice("duplicates", {"ask", "latest"}).value_or(0) == 1;
  form.fewest_offices =
      static_cast<int>(reader.integer("fewest_offices", 3, 100).value_or(form.fewest_offices));
  if (form.latest_counts && form.answered.empty()) reader.require("answered");
  for (std::size_t each = 0; each < outcome_count; ++each)
    read_pair(reader, static_cast<Outcome>(each), form, out);
  if (form.pairs.empty())
    report_error(findings, node.place, "source.report",
                 {"前と後の列が1つもありません。例: overtime = { before = \"…\", after = \"…\" }",
                  "no column holds a value before and after, such as overtime = { before = \"…\", "
                  "after = \"…\" }"});
  out.source.office_column = form.office;
  out.source.report = std::move(form);
}

void read_offices(const TomlNode& node, SourceText& out, Findings& findings) {
  TomlReader reader(node, findings);
  reader.require("office").require("programme");
  OfficeListForm form;
  form.office = heading(reader, "office", out);
  form.name = heading(reader, "name", out);
  form.service = heading(reader, "service", out);
  form.programme = heading(reader, "programme", out);
  form.executed = heading(reader, "executed", out);
  form.subsidy_number = heading(reader, "subsidy_number", out);
  out.source.office_column = form.office;
  out.source.office_list = std::move(form);
}

}  // namespace

void read_reports(TomlReader& source, SourceText& out) {
  const SourceKind kind = out.source.kind;
  const TomlNode* report = source.take("report", Kind::table);
  const TomlNode* offices = source.take("offices", Kind::table);
  check_kind(report, "report", kind == SourceKind::effect_reports, out, source.findings());
  check_kind(offices, "offices", kind == SourceKind::subsidised_offices, out, source.findings());
  if (names_offices(out.source) && out.source.disclosure)
    report_error(source.findings(), out.source.disclosure->place, "source.disclosure",
                 {"事業所の報告の秘匿は [source.report] の fewest_offices で決めます",
                  "fewest_offices under [source.report] says what of reports is hidden"});
  if (report != nullptr) read_report(*report, out, source.findings());
  if (offices != nullptr) read_offices(*offices, out, source.findings());
}

}  // namespace yokoten

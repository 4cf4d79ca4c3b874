#include <fmt/format.h>

#include "command/commands.h"
#include "command/diagnostics.h"
#include "command/opened_snapshot.h"
#include "difference/redirects.h"
#include "difference/report.h"
#include "model/report.h"
#include "read/areas.h"

namespace yokoten {
namespace {

int refused(const Findings& findings, Language language) {
  for (const Finding& each : findings) tell("{}\n", to_line(each, language));
  return failed;
}

// Colours, letters and paper of the site, then what is the report's own.
std::optional<std::string> report_style(const std::string& home) {
  RealDisk disk;
  std::string style;
  for (const char* file : {"styles/tokens.css", "styles/roles.css", "styles/letters.css",
                           "styles/paper.css", "difference/report.css"}) {
    const auto bytes = disk.read(home + "/templates/" + file);
    if (!bytes) return std::nullopt;
    style += *bytes;
  }
  return style;
}

std::string base_of(const Snapshot& side, const Snapshot& other) {
  if (side.facts) return side.facts->base_url;
  return other.facts ? other.facts->base_url : std::string();
}

// A server's configuration may have the same name.
bool refuse_redirects(const std::string& file, Findings& findings) {
  report_error(
      findings, {file, 0, 0}, "diff.redirects",
      {"yokoten が書いたものではないファイルがあります。上書きしません。別の場所に書いて、"
       "その行をこのファイルに写してください",
       "there is a file that yokoten did not write; it is not written over: write to another place "
       "and copy the lines into this file"});
  return false;
}

bool write_redirects(const DiffArguments& arguments, const Difference& difference,
                     const Snapshot& before, const Snapshot& after, Findings& findings) {
  const std::string& file = arguments.redirects;
  if (file.empty()) return true;
  RealDisk disk;
  const auto standing = disk.read(file);
  if (!standing && disk.size(file)) return refuse_redirects(file, findings);
  const auto text = redirects(difference.pages, *redirect_form(file),
                              {base_of(before, after), base_of(after, before)}, after,
                              standing.value_or(std::string()));
  if (!text) return refuse_redirects(file, findings);
  if (disk.replace(file, *text)) return true;
  report_error(findings, {file, 0, 0}, "diff.write",
               {"書けません（" + disk.reason() + "）", "can't write (" + disk.reason() + ")"});
  return false;
}

// What stands at a target has no record beside it: the site that it was published from has.
void find_records(const DiffArguments& arguments, Snapshot& before, Snapshot& after) {
  for (const std::string& site : {arguments.after, site_folder(arguments.after)})
    find_record(site, before);
  for (const std::string& site : {arguments.before, site_folder(arguments.before)})
    find_record(site, after);
}

/// Prints the difference in the form that was asked for.
class Printing {
 public:
  Printing(const Surroundings& surroundings, const DiffArguments& arguments)
      : surroundings_(surroundings), arguments_(arguments) {}

  bool print(const Difference& difference, const Snapshot& before, const Snapshot& after,
             Findings& findings) const {
    if (arguments_.format == "json") {
      fmt::print("{}", difference_json(difference, before, after));
      return true;
    }
    const Report report = report_of(difference, before, after, surroundings_.language);
    if (arguments_.format == "text") fmt::print("{}", report_text(report));
    if (arguments_.format == "markdown") fmt::print("{}", report_markdown(report));
    return arguments_.format != "html" || print_html(report, findings);
  }

 private:
  bool print_html(const Report& report, Findings& findings) const {
    const auto style = report_style(surroundings_.home);
    if (!style) {
      report_error(findings, {surroundings_.home + "/templates/difference/report.css", 0, 0},
                   "diff.style",
                   {"報告書の体裁が読めません", "the style of reports can't be read"});
      return false;
    }
    fmt::print("{}", report_html(report, *style));
    return true;
  }

  const Surroundings& surroundings_;
  const DiffArguments& arguments_;
};

}  // namespace

int diff_command(const Surroundings& surroundings, const DiffArguments& arguments) {
  if (!arguments.redirects.empty() && !redirect_form(arguments.redirects)) {
    tell("yokoten diff: {}\n",
         surroundings.language == Language::ja
             ? "--redirects のファイル名は、….conf（nginx）、.htaccess（Apache）、_redirects "
               "のどれかです"
             : "--redirects takes a name that says for whom: ….conf (nginx), .htaccess "
               "(Apache) or _redirects (static hosts)");
    return wrong_usage;
  }
  RealDisk disk;
  Findings findings;
  const auto areas = read_areas(disk, surroundings.home + "/data/areas", findings);
  if (!areas) return refused(findings, surroundings.language);
  findings.clear();
  auto before = opened_snapshot(surroundings, arguments.before, *areas, findings);
  auto after =
      before ? opened_snapshot(surroundings, arguments.after, *areas, findings) : std::nullopt;
  if (!after) return refused(findings, surroundings.language);
  find_records(arguments, before->side, after->side);
  if (before->take_prints && after->side.is_site) before->take_prints(before->side, after->side);
  if (after->take_prints && before->side.is_site) after->take_prints(after->side, before->side);
  const Difference difference = difference_of(before->side, after->side, areas->changes());
  if (report_unread(disk, findings)) return refused(findings, surroundings.language);
  if (!difference.pages.lost.empty()) {
    report_error(
        findings, {difference.pages.lost, 0, 0}, "diff.changed",
        {"このページは、build のあとで変わったか、なくなっています。build をやり直してください",
         "this page was changed or removed after the build; build the site again"});
    return refused(findings, surroundings.language);
  }
  if (!write_redirects(arguments, difference, before->side, after->side, findings) ||
      !Printing(surroundings, arguments).print(difference, before->side, after->side, findings))
    return refused(findings, surroundings.language);
  return arguments.exit_code && !difference.is_empty() ? failed : fine;
}

}  // namespace yokoten

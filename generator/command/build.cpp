#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <set>

#include "base/interruption.h"
#include "base/threads.h"
#include "base/trouble.h"
#include "command/build_summary.h"
#include "command/commands.h"
#include "command/diagnostics.h"
#include "command/interrupted.h"
#include "command/last_build.h"
#include "command/opened_publication.h"
#include "command/shown_progress.h"
#include "pipeline.h"

namespace yokoten {
namespace {

// The first name that two of the publications share; their sites would replace one another.
std::string shared_name(const std::vector<std::string>& publications) {
  std::set<std::string> names;
  for (const std::string& each : publications)
    if (const std::string name = publication_name(each); !names.insert(name).second) return name;
  return {};
}

// Notes are for `check` and the pages; a build shows what needs a hand.
void print_findings(const Findings& findings, Language language, bool json) {
  for (const Finding& finding : findings) {
    if (finding.level == Level::note) continue;
    if (json)
      fmt::print("{}\n", to_json_line(finding, language));
    else
      tell("{}\n", to_line(finding, language));
  }
}

// What is wrong with a workbook stops the build; the rest is checked all the same.
std::optional<BuildReport> built(OpenedPublication& opened, const BuildRequest& request,
                                 Findings& findings) {
  if (!opened.is_readable()) return std::nullopt;
  BuildRequest inside = request;
  inside.folder = opened.folder();
  if (!blocks(opened.own())) return build_site(opened.disk(), inside, findings);
  const auto seen =
      examined(opened.disk(), request.home, inside.folder, findings, request.onlooker);
  if (seen) check_pages(opened.disk(), request.home, *seen, findings);
  return std::nullopt;
}

void print_summary(const Surroundings& surroundings, const BuildSummary& summary,
                   const RoomTimes& times, bool json) {
  const bool ja = surroundings.language == Language::ja;
  if (json) fmt::print("{}\n", summary_json(summary, times));
  if (!summary.report)
    tell(fmt::runtime(ja ? "{} は作れませんでした。今までのサイトはそのままです\n"
                         : "{} was not built; the site stays as it was\n"),
         summary.publication);
  else if (!json && !surroundings.quiet)
    tell("{}", summary_text(summary, times, surroundings.language));
}

/// Works through one publication and tells of it.
class OneBuild {
 public:
  OneBuild(const Surroundings& surroundings, const BuildRequest& request, bool json)
      : surroundings_(surroundings),
        request_(request),
        json_(json),
        last_(request_),
        summary_{.publication = request.folder, .into = request.into} {}

  /// Whether the site stands. `anew`: also where nothing has changed.
  bool run(bool anew) {
    request_.earlier.pages = last_.pages_file();
    if (!anew)
      request_.earlier.stands = [this](const auto& files) { return last_.stands_besides(files); };
    const AtSignal says(interrupted(
        surroundings_, request_.folder,
        {"中断しました。今までのサイトはそのままです", "interrupted; the site stays as it was"}));
    const Findings findings = found(anew);
    print_findings(findings, surroundings_.language, json_);
    summary_.threads = threads();
    summary_.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
    print_summary(surroundings_, summary_, times_, json_);
    return summary_.report.has_value() && !blocks(findings);
  }

 private:
  Findings found(bool anew) {
    auto known = anew ? std::nullopt : last_.known();
    if (!known) return made();
    summary_.report = known->report;
    count_findings(known->findings, summary_);
    summary_.notes = known->notes;
    summary_.unchanged = true;
    return std::move(known->findings);
  }

  Findings made() {
    forget_trouble();  // what could not be read of another publication, or was looked for in vain
    ReadTrail trail;
    RealDisk disk;
    disk.leave_trail(&trail, [this](const std::string& path) { return last_.is_made(path); });
    std::optional<OpenedPublication> opened;
    Findings findings;
    {
      ShownProgress progress(surroundings_, request_.folder);
      request_.onlooker = {.progress = &progress, .times = &times_};
      {
        const InRoom here(&times_, Room::read);
        opened.emplace(surroundings_, request_.folder, std::move(disk));
      }
      summary_.report = built(*opened, request_, findings);
    }
    findings = opened->settled(std::move(findings));
    count_findings(findings, summary_);
    if (summary_.report && !blocks(findings)) last_.keep(trail, *summary_.report, findings);
    return findings;
  }

  const Surroundings& surroundings_;
  BuildRequest request_;
  bool json_;
  LastBuild last_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  RoomTimes times_;
  BuildSummary summary_;
};

}  // namespace

std::string site_folder(const std::string& publication) {
  return "site/" + publication_name(publication);
}

namespace {

// `.` and what ends in it have a name too, under which the site is exchanged.
std::string named_place(const std::string& into) {
  namespace fs = std::filesystem;
  const fs::path path(into);
  const std::string last = (path.has_filename() ? path : path.parent_path()).filename().string();
  if (last != "." && last != "..") return into;
  const fs::path full = fs::absolute(path).lexically_normal();
  return (full.has_filename() ? full : full.parent_path()).string();
}

}  // namespace

int build_command(const Surroundings& surroundings, const BuildArguments& arguments) {
  if (const std::string name = shared_name(arguments.folders); !name.empty()) {
    tell("{}\n",
         surroundings.language == Language::ja
             ? fmt::format("{} という名前のフォルダーが2つあります。1つずつ build してください",
                           name)
             : fmt::format("two of the folders are called {}; build them one by one", name));
    return wrong_usage;
  }
  set_threads(arguments.jobs);
  int result = fine;
  for (const std::string& folder : arguments.folders) {
    std::string into = arguments.into.empty() ? site_folder(folder) : named_place(arguments.into);
    // Several publications share the folder, each under its own name.
    if (!arguments.into.empty() && arguments.folders.size() > 1)
      into += '/' + publication_name(folder);
    const bool is_last = &folder == &arguments.folders.back();
    const BuildRequest request{
        .home = surroundings.home, .folder = folder, .into = into, .is_last = is_last};
    if (!OneBuild(surroundings, request, arguments.json).run(arguments.anew)) result = failed;
    // What comes after the last site stands is too late: the build has done all that it was to do.
    if (is_last) break;
    if (const int signal = disturbable_again(); signal != 0) return ended_by_signal + signal;
  }
  return result;
}

}  // namespace yokoten

#include <fmt/core.h>

#include <cstdio>
#include <filesystem>
#include <set>

#include "command/commands.h"
#include "pipeline.h"

namespace yokoten {
namespace {

// `.` and `..` have the name of the folder that they are.
std::string name_of(const std::string& publication) {
  const auto path = std::filesystem::absolute(publication).lexically_normal();
  return (path.has_filename() ? path : path.parent_path()).filename().string();
}

// The first name that two of the publications share; their sites would replace one another.
std::string shared_name(const std::vector<std::string>& publications) {
  std::set<std::string> names;
  for (const std::string& each : publications)
    if (const std::string name = name_of(each); !names.insert(name).second) return name;
  return {};
}

// Notes are for `check` and the pages; a build shows what needs a hand.
void print_findings(const Findings& findings, Language language) {
  for (const Finding& finding : findings)
    if (finding.level != Level::note) fmt::print(stderr, "{}\n", to_line(finding, language));
}

bool build_one(const Surroundings& surroundings, const BuildRequest& request) {
  RealDisk disk;
  Findings findings;
  const auto report = build_site(disk, request, findings);
  print_findings(findings, surroundings.language);
  const bool ja = surroundings.language == Language::ja;
  if (!report) {
    fmt::print(
        stderr, "{}\n",
        ja ? fmt::format("{} は作れませんでした。今までのサイトはそのままです", request.folder)
           : fmt::format("{} was not built; the site stays as it was", request.folder));
    return false;
  }
  fmt::print(stderr, "{}\n",
             ja ? fmt::format("{} → {}: {}ページ、{}ファイル、{}バイト", request.folder,
                              request.into, report->pages, report->files, report->bytes)
                : fmt::format("{} -> {}: {} pages, {} files, {} bytes", request.folder,
                              request.into, report->pages, report->files, report->bytes));
  return true;
}

}  // namespace

std::string site_folder(const std::string& publication) { return "site/" + name_of(publication); }

int build_command(const Surroundings& surroundings, const BuildArguments& arguments) {
  if (const std::string name = shared_name(arguments.folders); !name.empty()) {
    fmt::print(stderr, "{}\n",
               surroundings.language == Language::ja
                   ? fmt::format(
                         "{} という名前のフォルダーが2つあります。1つずつ build してください", name)
                   : fmt::format("two of the folders are called {}; build them one by one", name));
    return wrong_usage;
  }
  int result = fine;
  for (const std::string& folder : arguments.folders) {
    std::string into = arguments.into.empty() ? site_folder(folder) : arguments.into;
    // Several publications share the folder, each under its own name.
    if (!arguments.into.empty() && arguments.folders.size() > 1) into += '/' + name_of(folder);
    if (!build_one(surroundings, {surroundings.home, folder, into, arguments.jobs}))
      result = failed;
  }
  return result;
}

}  // namespace yokoten

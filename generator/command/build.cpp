#include <fmt/core.h>

#include <cstdio>
#include <set>

#include "command/commands.h"
#include "command/opened_publication.h"
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
void print_findings(const Findings& findings, Language language) {
  for (const Finding& finding : findings)
    if (finding.level != Level::note) fmt::print(stderr, "{}\n", to_line(finding, language));
}

// What is wrong with a workbook stops the build; the rest is checked all the same.
std::optional<BuildReport> built(OpenedPublication& opened, const BuildRequest& request,
                                 Findings& findings) {
  if (!opened.is_readable()) return std::nullopt;
  BuildRequest inside = request;
  inside.folder = opened.folder();
  if (!blocks(opened.own())) return build_site(opened.disk(), inside, findings);
  const auto seen = examined(opened.disk(), request.home, inside.folder, findings);
  if (seen) check_pages(opened.disk(), request.home, *seen, findings);
  return std::nullopt;
}

bool build_one(const Surroundings& surroundings, const BuildRequest& request) {
  OpenedPublication opened(surroundings, request.folder);
  Findings findings;
  const auto report = built(opened, request, findings);
  print_findings(opened.settled(std::move(findings)), surroundings.language);
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

std::string site_folder(const std::string& publication) {
  return "site/" + publication_name(publication);
}

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
    if (!arguments.into.empty() && arguments.folders.size() > 1)
      into += '/' + publication_name(folder);
    if (!build_one(surroundings, {surroundings.home, folder, into, arguments.jobs}))
      result = failed;
  }
  return result;
}

}  // namespace yokoten

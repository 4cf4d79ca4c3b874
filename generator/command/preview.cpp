#include "command/preview.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/trouble.h"
#include "command/opened_publication.h"

namespace yokoten {

/// The publication while a site is shown of it: pages point into what was read.
struct Preview::Held {
  Held(const Surroundings& surroundings, const std::string& path) : opened(surroundings, path) {}

  OpenedPublication opened;
  std::unique_ptr<ShownSite> site;
  Findings findings;
  std::chrono::steady_clock::duration took{};
};

Preview::Preview(const Surroundings& surroundings, std::string publication)
    : surroundings_(surroundings), publication_(std::move(publication)) {}

// Where it can't be shown, what is shown is from before; no further change is taken into that.
void Preview::make() {
  held_ = made();
  show(held_, false);
}

// Where it can't be shown, the numbers that are shown are why; further changes are taken into them.
void Preview::settle(const std::shared_ptr<Held>& held) {
  if (held->site) held_ = held;
  show(held, !held->site);
}

std::shared_ptr<Preview::Held> Preview::made() const {
  const auto begun = std::chrono::steady_clock::now();
  forget_trouble();  // what could not be read the last time may be there again
  auto held = std::make_shared<Held>(surroundings_, publication_);
  Findings findings;
  if (held->opened.is_readable() && !blocks(held->opened.own()))
    held->site =
        ShownSite::made(held->opened.disk(), surroundings_.home, held->opened.folder(), findings);
  held->findings = held->opened.settled(std::move(findings));
  held->took = std::chrono::steady_clock::now() - begun;
  return held;
}

std::chrono::steady_clock::duration Preview::took() const { return held_->took; }

void Preview::show(const std::shared_ptr<Held>& held, bool unchecked) {
  const std::lock_guard lock(guard_);
  ++state_.version;
  state_.findings = held->findings;
  if (held->site) {
    state_.site = std::shared_ptr<const ShownSite>(held, held->site.get());
    state_.shown = state_.version;
  }
  state_.unchecked = unchecked;
  changed_.notify_all();
}

// Of a workbook any change means that all of it is read again.
bool Preview::take_in(const std::set<std::string>& files) {
  if (!held_ || !held_->site || held_->opened.book() != nullptr) return false;
  forget_trouble();
  const Taken taken =
      held_->site->take_in(held_->opened.disk(), surroundings_.home, files, state_.findings);
  if (taken == Taken::nothing) return false;
  const std::lock_guard lock(guard_);
  state_.shown = ++state_.version;
  state_.unchecked = state_.unchecked || taken == Taken::unchecked;
  changed_.notify_all();
  return true;
}

bool Preview::is_unchecked() const {
  const std::lock_guard lock(guard_);
  return state_.unchecked;
}

PreviewState Preview::state() const {
  const std::lock_guard lock(guard_);
  return state_;
}

PreviewState Preview::state_after(int known, int milliseconds) const {
  std::unique_lock lock(guard_);
  changed_.wait_for(lock, std::chrono::milliseconds(milliseconds),
                    [&] { return state_.version > known; });
  return state_;
}

// Of a workbook the folder that it lies in: raw/ and the others beside it belong to it.
std::vector<std::string> Preview::places() const {
  namespace fs = std::filesystem;
  const fs::path path(publication_);
  const std::string& home = surroundings_.home;
  const fs::path folder = fs::is_directory(path)   ? path
                          : path.has_parent_path() ? path.parent_path()
                                                   : fs::path(".");
  return {folder.string(), home + "/templates", home + "/data/areas"};
}

std::string findings_json(const PreviewState& state, Language language) {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const Finding& each : state.findings)
    if (each.level != Level::note)
      all.push_back(nlohmann::ordered_json::parse(to_json_line(each, language)));
  return nlohmann::ordered_json{{"version", state.version},
                                {"shown", state.shown},
                                {"unchecked", state.unchecked},
                                {"findings", all}}
             .dump() +
         '\n';
}

std::string with_panel(std::string html, int shown) {
  constexpr std::string_view policy = "default-src &#39;none&#39;;", body = "</body>";
  if (const std::size_t at = html.find(policy); at != std::string::npos)
    html.insert(at + policy.size(), " connect-src &#39;self&#39;;");
  if (const std::size_t at = html.rfind(body); at != std::string::npos)
    html.insert(at, fmt::format("<link rel=\"stylesheet\" href=\"/_yokoten/panel.css\">\n"
                                "<script src=\"/_yokoten/panel.js\" data-shown=\"{}\"></script>\n",
                                shown));
  return html;
}

}  // namespace yokoten

#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "command/commands.h"
#include "shown_site.h"

namespace yokoten {

/// What a preview shows at a moment.
struct PreviewState {
  std::shared_ptr<const ShownSite> site;  ///< the newest one that could be made; may be null
  Findings findings;                      ///< of the newest try
  int version = 0;                        ///< grows with every try
  bool unchecked = false;                 ///< `site` shows numbers that were not found fine
  int shown = 0;                          ///< the version that `site` is from
};

/// A publication that is made again whenever it changes. What is wrong while somebody is typing
/// is told, and what was shown before stays.
class Preview {
 public:
  Preview(const Surroundings& surroundings, std::string publication);

  /// Reads the publication and makes its site in memory.
  void make();
  /// The same where nothing but these files has changed since, in milliseconds. Without the checks
  /// of other numbers: what is `unchecked` is to be made as well, at leisure. False where only
  /// make() can tell what follows from them.
  bool take_in(const std::set<std::string>& files);
  /// The publication with its site, as it is now.
  struct Held;
  /// The long half of make(), which changes nothing here: changes may be taken in meanwhile.
  std::shared_ptr<Held> made() const;
  /// Shows what made() has come to, where no change was taken in since that began.
  void settle(const std::shared_ptr<Held>& held);
  /// How long what changes are taken into took to be made, once there is any.
  std::chrono::steady_clock::duration took() const;
  /// Whether checks are still to say what they have to say of what is shown.
  bool is_unchecked() const;
  PreviewState state() const;
  /// Waits for a version after `known`; gives up after `milliseconds`.
  PreviewState state_after(int known, int milliseconds) const;
  /// The places whose changes call for take_in() or make().
  std::vector<std::string> places() const;

 private:
  void show(const std::shared_ptr<Held>& held, bool unchecked);

  Surroundings surroundings_;
  std::string publication_;
  std::shared_ptr<Held> held_;  ///< what changes are taken into
  mutable std::mutex guard_;
  mutable std::condition_variable changed_;
  PreviewState state_;
};

/// The newest findings as JSON: `version`, `shown`, `unchecked`, and `findings` of {file, row,
/// column, level, code, message}, notes left out.
std::string findings_json(const PreviewState& state, Language language);

/// A page of the site `shown` with what reloads it and shows the findings; its policy allows that
/// and nothing else more.
std::string with_panel(std::string html, int shown);

}  // namespace yokoten

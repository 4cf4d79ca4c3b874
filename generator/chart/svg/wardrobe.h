#pragma once

#include <string>
#include <utility>

#include "chart/scene/scene.h"
#include "chart/svg/classes.h"
#include "chart/svg/xml.h"

namespace yokoten::chart {

/// Writes what items say of their colours in a page (classes.h). The marks of a layer mostly look
/// alike: then the attributes of the last one are written again. Items must outlive it.
class Wardrobe {
 public:
  Wardrobe(std::string& out, int decimals, KeptColours kept = {})
      : out_(out), xml_(out, decimals), kept_(std::move(kept)) {}

  const KeptColours& kept() const { return kept_; }

  /// `on_box`: letters on a box that looks the same on every page.
  void dress(const Item& item, Kind kind, bool on_box = false);

 private:
  bool looks_as_last(const Item& item, Kind kind) const;
  void write(const Item& item, Kind kind, bool on_box);

  std::string& out_;
  Xml xml_;
  KeptColours kept_;
  const Item* last_ = nullptr;
  Kind last_kind_{};
  std::string last_dress_;
};

}  // namespace yokoten::chart

#pragma once

#include <deque>
#include <memory>
#include <mutex>

#include "model/chart.h"

namespace yokoten::chart {

/// Draws, and gives what was drawn lately again where the very same is asked for: neighbouring
/// areas without figures of their own show the same pictures. Several threads may ask at once.
class DrawingMemory {
 public:
  Drawing drawing(const ChartRequest& request);

 private:
  struct Drawn {
    ChartRequest request;
    Drawing drawing;
  };
  std::shared_ptr<const Drawn> remembered(const ChartRequest& request);

  std::mutex guard_;
  std::deque<std::shared_ptr<const Drawn>> drawn_;  ///< the newest first
};

/// A Draw with a memory of its own.
Draw remembering_draw();

}  // namespace yokoten::chart

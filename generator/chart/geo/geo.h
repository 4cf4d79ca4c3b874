#pragma once

#include <string>
#include <variant>
#include <vector>

#include "chart/geo/frame_clip.h"
#include "chart/geo/path_text.h"
#include "chart/geo/resample.h"
#include "chart/geo/sphere.h"
#include "chart/json.h"
#include "chart/spec/problem.h"
#include "chart/spec/spec.h"

namespace yokoten::chart {

/// The areas (or with `mesh` the lines, as one geometry) of one object of a topology as an array
/// of GeoJSON features, as topojson-client makes them; heights of points are left out. `pointer` is
/// where the topology stands.
std::variant<Json, SpecProblem> features_of(const Json& topology, const std::string& object,
                                            bool mesh, const std::string& pointer);

/// From longitude and latitude in degrees to px, as d3-geo projects: rotation, cut at the
/// antimeridian, projection, adaptive resampling of long edges, scale and translation.
class Projection {
 public:
  Projection() = default;
  /// Fitted to all `features` (each a feature or an array of them) in a frame of `width` x `height`
  /// px as d3's fitSize, unless the specification gives scale or translate.
  static Projection fitted(const ProjectionSpec& spec, const std::vector<const Json*>& features,
                           double width, double height);

  /// How high a frame must be, in px, that the features fill when they are fitted to `width`; 0
  /// where there is nothing to fit.
  static double height_for(const ProjectionSpec& spec, const std::vector<const Json*>& features,
                           double width);

  /// Path data of a feature or geometry, "" for none; numbers with at most 3 decimals. Points
  /// become circles of `point_radius` px.
  std::string path_of(const Json& feature, double point_radius = 4.5) const;

  /// The same in tenths of a px and from point to point: about a third of the length, for pages.
  /// Lines and areas only.
  std::string compact_path_of(const Json& feature) const;

 private:
  explicit Projection(const ProjectionSpec& spec);
  void place(double scale, geo::Point translate, const geo::Rotation& clip_rotation);
  geo::Box box_of(const std::vector<const Json*>& features);
  void send(const Json& feature, geo::Sink& sink) const;

  geo::ToPixels to_pixels_;
  geo::Point center_;  ///< radians; comes to the translation
  geo::Rotation rotation_;
  bool clipped_ = false;  ///< mercator: to one turn round the world
  geo::FrameEdge frame_;  ///< px, where clipped
};

}  // namespace yokoten::chart

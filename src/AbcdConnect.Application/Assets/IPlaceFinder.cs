using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Application.Assets;

/// <summary>Port: geometry. Tells in which boundary a point lies.</summary>
public interface IPlaceFinder
{
    /// <summary>What is wrong with a GeoJSON geometry as a boundary, in plain words; null where it is sound.</summary>
    string? WhatIsWrongWith(string geoJson);

    /// <summary>The boundaries as prepared earlier under this stamp, or null.</summary>
    IPlaces? Remembered(ProgrammeId programme, string stamp);

    /// <summary>Prepares boundaries for many questions, and remembers them until another stamp comes.</summary>
    IPlaces Prepare(ProgrammeId programme, string stamp, IReadOnlyList<PlaceBoundary> boundaries);
}

public interface IPlaces
{
    /// <summary>The neighbourhood that a point lies in, its edge included; the first of several.</summary>
    NeighbourhoodId? At(double latitude, double longitude);

    /// <summary>The middle of a neighbourhood (its centroid), or null where its boundary is not known.</summary>
    (double Latitude, double Longitude)? MiddleOf(NeighbourhoodId neighbourhood);

    /// <summary>Its boundary as GeoJSON to draw: true to about ten metres; null where it is not known.</summary>
    string? OutlineOf(NeighbourhoodId neighbourhood);
}

/// <param name="GeoJson">Polygon or MultiPolygon, WGS84, longitude first.</param>
public sealed record PlaceBoundary(NeighbourhoodId Id, string GeoJson);

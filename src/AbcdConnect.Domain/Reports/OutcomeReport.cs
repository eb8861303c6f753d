using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Reports;

/// <summary>A published month, quarter or year: its figures and its files, frozen. A correction is a new edition that says what moved.</summary>
public sealed class OutcomeReport
{
    private string? cells;

    public OutcomeReportId Id { get; private set; }

    public required ProgrammeId ProgrammeId { get; init; }

    /// <summary>Nought, a month, for reports from before there were others.</summary>
    public ReportKind Kind { get; init; }

    /// <summary>The last month of what it tells of.</summary>
    public required YearMonth Month { get; init; }

    /// <summary>1 for the first; each correction adds one.</summary>
    public required int Edition { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required UserId? PublishedBy { get; init; }

    /// <summary>Who else looked at it and approved it; null where the programme publishes without, and before it was asked for.</summary>
    public UserId? ApprovedBy { get; init; }

    /// <summary>Everything the pages show, as JSON: page, CSV and PDF are all made from it.</summary>
    public required string Figures { get; init; }

    /// <summary>SHA-256 of <see cref="Figures"/> as UTF-8, hexadecimal.</summary>
    public required string FiguresSha256 { get; init; }

    /// <summary>SHA-256 of the figures' CSV, hexadecimal; null for reports from before it was kept.</summary>
    public string? CsvSha256 { get; init; }

    /// <summary>Everything that <see cref="Figures"/> were made from, as JSON; null for reports from before it was kept. Never sent out: it holds what they hide.</summary>
    public string? Inputs { get; init; }

    /// <summary>Every count of people in it with its true value, hidden or not, so that no later report tells it. Null only for reports from
    /// before it was kept, until the next is published. Never sent out.</summary>
    public required string? Cells
    {
        get => cells;
        init => cells = value;
    }

    /// <summary>What moved since the edition before, in words; null for the first.</summary>
    public required string? WhatMoved { get; init; }

    /// <summary>The printed file; null until a browser was there to print it.</summary>
    public byte[]? Pdf { get; private set; }

    /// <summary>SHA-256 of <see cref="Pdf"/>, hexadecimal.</summary>
    public string? PdfSha256 { get; private set; }

    public ReportPeriod Period => new(Kind, Month);

    /// <summary>Keeps the counts of an edition from before they were kept. Once only: later ones are held against them.</summary>
    public void KeepCells(string text) => cells = cells is null ? text : throw new DomainRuleException("This edition has its counts already; they never change.");

    /// <summary>Keeps the printed file. Once only: a published file never changes.</summary>
    public void KeepPdf(byte[] pdf, string sha256)
    {
        if (Pdf is not null)
        {
            throw new DomainRuleException("This edition has its file already; a published file never changes.");
        }

        Pdf = pdf;
        PdfSha256 = sha256;
    }
}

using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Meetings;

public readonly record struct AgencyId(long Value) : IStrongId<AgencyId>
{
    public static AgencyId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct PractitionerId(long Value) : IStrongId<PractitionerId>
{
    public static PractitionerId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct MeetingId(long Value) : IStrongId<MeetingId>
{
    public static MeetingId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct AgendaItemId(long Value) : IStrongId<AgendaItemId>
{
    public static AgendaItemId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct DecisionId(long Value) : IStrongId<DecisionId>
{
    public static DecisionId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct ActionId(long Value) : IStrongId<ActionId>
{
    public static ActionId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct ActionNoteId(long Value) : IStrongId<ActionNoteId>
{
    public static ActionNoteId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct AgreedMinutesId(long Value) : IStrongId<AgreedMinutesId>
{
    public static AgreedMinutesId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct MinutesCorrectionId(long Value) : IStrongId<MinutesCorrectionId>
{
    public static MinutesCorrectionId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct SaidAndDoneId(long Value) : IStrongId<SaidAndDoneId>
{
    public static SaidAndDoneId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct SaidSourceId(long Value) : IStrongId<SaidSourceId>
{
    public static SaidSourceId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct InvitationId(long Value) : IStrongId<InvitationId>
{
    public static InvitationId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct InvitationLinkId(long Value) : IStrongId<InvitationLinkId>
{
    public static InvitationLinkId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct MeetingPaperId(long Value) : IStrongId<MeetingPaperId>
{
    public static MeetingPaperId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct MeetingSeriesId(long Value) : IStrongId<MeetingSeriesId>
{
    public static MeetingSeriesId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

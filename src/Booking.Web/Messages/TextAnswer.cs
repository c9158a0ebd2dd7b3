namespace Booking.Web;

/// <summary>The things that can become of handing a message over.</summary>
public enum Handover
{
    /// <summary>The provider has it.</summary>
    Accepted,

    /// <summary>It certainly did not go, and may be tried again soon.</summary>
    TryAgain,

    /// <summary>It may have gone or not.</summary>
    Lost,

    /// <summary>It did not go, and no other would: our own settings are wrong.</summary>
    NotSetUp,

    /// <summary>It did not go, and never will.</summary>
    Refused,

    /// <summary>It was not handed over: nothing may go at the moment, and it waits.</summary>
    HeldBack,
}

/// <summary>What became of handing a text over.</summary>
public sealed record TextAnswer(Handover Handover, string? Sid = null, WhyNotSent? Why = null, int? Code = null)
{
    public static readonly TextAnswer TryAgain = new(Handover.TryAgain);

    public static readonly TextAnswer Lost = new(Handover.Lost);

    public static readonly TextAnswer HeldBack = new(Handover.HeldBack);

    public bool MayHaveGone => Handover is Handover.Accepted or Handover.Lost;

    public static TextAnswer Accepted(string sid) => new(Handover.Accepted, sid);

    public static TextAnswer NotSetUp(int code) => new(Handover.NotSetUp, Code: code);

    public static TextAnswer Refused(WhyNotSent why, int code) => new(Handover.Refused, Why: why, Code: code);
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SendingOfEmails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "HourBegan",
                table: "SendingStatus",
                newName: "EmailsProbeAt");

            migrationBuilder.AddColumn<DateTime>(
                name: "CountedFrom",
                table: "SendingStatus",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "EmailsPausedSince",
                table: "SendingStatus",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CountedFrom",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "EmailsPausedSince",
                table: "SendingStatus");

            migrationBuilder.RenameColumn(
                name: "EmailsProbeAt",
                table: "SendingStatus",
                newName: "HourBegan");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Texts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Messages_AppointmentId_Kind_Version",
                table: "Messages");

            migrationBuilder.AlterColumn<int>(
                name: "AppointmentId",
                table: "Messages",
                type: "int",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "int");

            migrationBuilder.AddColumn<DateTime>(
                name: "Expires",
                table: "Messages",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Key",
                table: "Messages",
                type: "varchar(60)",
                unicode: false,
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PatientId",
                table: "Messages",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "Messages",
                type: "nvarchar(306)",
                maxLength: 306,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_AppointmentId_Kind_Version",
                table: "Messages",
                columns: new[] { "AppointmentId", "Kind", "Version" },
                unique: true,
                filter: "[AppointmentId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_Key",
                table: "Messages",
                column: "Key",
                unique: true,
                filter: "[Key] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_PatientId",
                table: "Messages",
                column: "PatientId");

            migrationBuilder.AddForeignKey(
                name: "FK_Messages_Patients_PatientId",
                table: "Messages",
                column: "PatientId",
                principalTable: "Patients",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Messages_Patients_PatientId",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Messages_AppointmentId_Kind_Version",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Messages_Key",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Messages_PatientId",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "Expires",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "PatientId",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "Messages");

            migrationBuilder.AlterColumn<int>(
                name: "AppointmentId",
                table: "Messages",
                type: "int",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "int",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_AppointmentId_Kind_Version",
                table: "Messages",
                columns: new[] { "AppointmentId", "Kind", "Version" },
                unique: true);
        }
    }
}
